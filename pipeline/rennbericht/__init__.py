"""rennbericht: from German race reports to structured race events."""

__version__ = "0.1.0"
