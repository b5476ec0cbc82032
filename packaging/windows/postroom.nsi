; The installer for Windows: for the user alone, so that nobody needs an administrator.
;
; makensis is given VERSION, NUMBERS (four), PUBLISHER, SOURCE (the frozen folder), ICON and TARGET.
; Silent: /S installs, /D=FOLDER (last) chooses the folder; the uninstaller takes /S and, to delete
; shipments, labels and settings as well, /DELETEDATA. Exit codes: 0 done, 1 stopped by the user,
; 3 Postroom is open and did not close, 4 a newer Postroom is installed.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"

; Never to be changed: by this name Windows knows an older Postroom as the same program.
!define ID "uk.postroom.Postroom"
!define REGISTERED "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define DRAFT "Postroom.Draft"
!define DATA "$LOCALAPPDATA\Postroom"

Name "Postroom"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Postroom"
InstallDirRegKey HKCU "${REGISTERED}" "InstallLocation"
RequestExecutionLevel user
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "Postroom ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Postroom"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Postroom"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Postroom.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Postroom"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Asks an open Postroom to close, as its own cross would, and waits a minute for it. It is never ended
; by force: it may be paying. A file that is in use cannot be opened for writing, which tells of one
; that was started for another data folder, or has no window.
!macro CLOSE_POSTROOM un
Function ${un}ClosePostroom
  again:
    IfFileExists "$INSTDIR\Postroom.exe" 0 closed
    nsExec::Exec '"$INSTDIR\postroom-cli.exe" --close'
    Pop $0
    ClearErrors
    FileOpen $0 "$INSTDIR\Postroom.exe" a
    IfErrors open
    FileClose $0
    Goto closed
  open:
    IfSilent refused
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
      "Postroom is still open. Finish what it asks, close it, then choose Retry." IDRETRY again
  refused:
    SetErrorLevel 3
    Quit
  closed:
FunctionEnd
!macroend
!insertmacro CLOSE_POSTROOM ""
!insertmacro CLOSE_POSTROOM "un."

Function .onInit
  ReadRegStr $0 HKCU "${REGISTERED}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      IfSilent +3
      MessageBox MB_OK|MB_ICONSTOP \
        "Postroom $0 is installed, which is newer than ${VERSION}. An older one may not be able to \
read your shipments, so it is not installed."
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Postroom"
  Call ClosePostroom
  ; Of an older one nothing may stay: two versions of a library side by side do not start.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Postroom.lnk" "$INSTDIR\Postroom.exe"

  WriteRegStr HKCU "Software\Classes\.postroom" "" "${DRAFT}"
  WriteRegStr HKCU "Software\Classes\${DRAFT}" "" "Postroom draft"
  WriteRegStr HKCU "Software\Classes\${DRAFT}\DefaultIcon" "" "$INSTDIR\Postroom.exe,0"
  WriteRegStr HKCU "Software\Classes\${DRAFT}\shell\open\command" "" \
    '"$INSTDIR\Postroom.exe" --open "%1"'

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${REGISTERED}" "DisplayName" "Postroom"
  WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\Postroom.exe"
  WriteRegStr HKCU "${REGISTERED}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REGISTERED}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
  WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.ClosePostroom
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Postroom.exe"
  Delete "$INSTDIR\postroom-cli.exe"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if it is empty: what the user has put there is the user's.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Postroom.lnk"
  DeleteRegKey HKCU "Software\Classes\${DRAFT}"
  ReadRegStr $0 HKCU "Software\Classes\.postroom" ""
  StrCmp $0 "${DRAFT}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.postroom"
  DeleteRegKey HKCU "${REGISTERED}"

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA" $1
  IfErrors 0 delete
  IfSilent keep
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 \
    "Delete your shipments, labels and settings as well? They cannot be brought back." IDNO keep
  delete:
    RMDir /r "${DATA}"
  keep:
SectionEnd
