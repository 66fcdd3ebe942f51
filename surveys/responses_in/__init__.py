"""The way back: responses from an exported table, as paper answers come in too."""
