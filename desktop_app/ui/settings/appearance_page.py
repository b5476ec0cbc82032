"""Theme and language."""

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop_app.domain.look import Theme
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage, choice_field
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.translation import languages
from desktop_app.ui.widgets.form import FormColumn


class AppearancePage(SettingsPage):
    """The theme changes at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.theme, self.language = QComboBox(), QComboBox()
        words = {
            Theme.SYSTEM: self.tr("As the system has it"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
        }
        for theme, text in words.items():
            self.theme.addItem(text, theme)
        for code, text in _languages():
            self.language.addItem(text, code)
        form = FormColumn()
        form.add_row(choice_field(self.tr("Theme"), self.theme))
        form.add_row(
            choice_field(
                self.tr("Language"),
                self.language,
                hint=self.tr("Changes when Postroom is started again."),
            )
        )
        self.add(form)
        self.add_stretch()
        self.theme.setCurrentIndex(self.theme.findData(self.settings.theme))
        self.language.setCurrentIndex(max(0, self.language.findData(self.settings.language)))
        self.theme.activated.connect(self._keep)
        self.language.activated.connect(self._keep)

    @Slot()
    def _keep(self) -> None:
        theme = Theme(self.theme.currentData())
        self.keep(theme=theme, language=self.language.currentData())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)


def _languages() -> list[tuple[str, str]]:
    """English, and every translation that lies in the resources."""
    others = ((code, QLocale(code).nativeLanguageName()) for code in languages())
    return [("", "English"), *others]
