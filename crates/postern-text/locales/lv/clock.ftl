# Sistēmas pulkstenis. See the English file for what each message is for.

cli-health-clock-jumped = Postern { $version } atbild, taču sistēmas pulksteņa laiks ir krasi mainījies
cli-clock-jumped-ahead = Sistēmas pulksteņa laiks ir pēkšņi pārcelts par { $length } uz priekšu. Pierakstīšanās bloķēšana un ierobežojumi joprojām beidzas pēc faktiski pagājušā laika. Iestatiet pareizu laiku. Ja tas jau ir pareizs, restartējiet Postern.
cli-clock-jumped-back = Sistēmas pulksteņa laiks ir pēkšņi pārcelts par { $length } atpakaļ. Pierakstīšanās bloķēšana un ierobežojumi joprojām beidzas pēc faktiski pagājušā laika. Iestatiet pareizu laiku. Ja tas jau ir pareizs, restartējiet Postern.
