"""The machine Postroom runs on: folders, resources, logs, crash reports, versions."""
