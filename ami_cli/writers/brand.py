"""How an organisation's documents look: the files of `templates/` that give each format its dress."""

from pathlib import Path

from ami_cli.errors import TemplateError
from ami_cli.models.base import Model


class Brand(Model):
    """Where the files of dress are, and the logo."""

    folders: tuple[Path, ...]
    """Searched in order: the workspace's templates, then those that come with `ami`."""
    logo: Path | None = None
    alternative: str = ""
    """What the logo says to who cannot see it: the organisation's name."""

    def file(self, name: str) -> Path:
        """Return the path of a brand file; a TemplateError where there is none."""
        found = next((folder / name for folder in self.folders if (folder / name).is_file()), None)
        if found is None:
            places = ", ".join(map(str, self.folders))
            raise TemplateError(
                fr=f"fichier de charte introuvable : {name} (cherché dans : {places})",
                en=f"brand file not found: {name} (looked for in: {places})",
                remedy_fr="remettez ce fichier dans « templates », ou réinstallez ami",
                remedy_en="put this file back into “templates”, or install ami again",
            )
        return found


def checked_logo(path: Path) -> bytes:
    """Return the bytes of a logo; a TemplateError where the file is missing or is no image that documents can hold."""
    from PIL import Image, UnidentifiedImageError

    try:
        content = path.read_bytes()
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            image.verify()
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise TemplateError(
            fr=f"le logo n’est pas une image PNG ou JPEG lisible : {path}",
            en=f"the logo is not a readable PNG or JPEG image: {path}",
            remedy_fr="enregistrez le logo en PNG et corrigez « logo » dans le fichier de l’organisation",
            remedy_en="save the logo as PNG and correct “logo” in the organisation's file",
        ) from error
    return content
