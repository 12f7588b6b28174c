"""Says in German why the operating system refuses a file; its own words are those of the machine's language."""

import errno

_REASONS = {
    errno.ELOOP: "die Verknüpfungen führen im Kreis",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ENOTDIR: "im Pfad steht eine Datei, wo ein Ordner sein müsste",
    errno.EMFILE: "zu viele Dateien sind geöffnet",
    errno.ENFILE: "zu viele Dateien sind geöffnet",
    errno.EBUSY: "ein anderes Programm benutzt sie",
    errno.ENXIO: "am anderen Ende ist kein Programm oder Gerät",
    errno.ENODEV: "am anderen Ende ist kein Programm oder Gerät",
    errno.ESTALE: "die Verbindung zum Netzlaufwerk ist abgerissen",
    errno.ETIMEDOUT: "das Netzlaufwerk antwortet nicht",
    errno.ENOMEM: "der Arbeitsspeicher reicht nicht",
}
DISK = "Fehler des Datenträgers"


def reason(error: OSError) -> str:
    """Return why a file can be neither read nor written, as part of a sentence; with its number where it is rare."""
    if error.errno is None or error.errno == errno.EIO:
        return DISK
    return _REASONS.get(error.errno, f"Fehler {error.errno} des Betriebssystems")
