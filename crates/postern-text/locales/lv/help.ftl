# /help administrēšanas centrā: jautājums, diagnoze, kartītes. See the English file for what each message is for.
help-title = Palīdzība
help-need = Vai vajadzīga palīdzība?
help-question = Kas nedarbojas un kuram lietotājam?
help-question-hint = Piemēram: rob nevar nosūtīt
help-complaint = Problēma
help-look = Noskaidrot
help-which = Atbilst vairāki konti. Kurš ir īstais?
help-nobody = Jautājumam neatbilst neviens konts. Norādiet lietotāju vai atlasiet to lapā „Aktīvie lietotāji”.
help-also = Atrasts arī
help-cards = Ko lasīt
help-no-card = Šiem vārdiem neatbilst neviena kartīte.
help-steps = Kas jādara
help-pages = Kur to darīt
help-all-cards = Visas kartītes
help-stuck = Vai joprojām neizdodas?
help-stuck-lede = Nododiet šīs rindas tam, kurš palīdz tālāk. Tajās nav nosaukts ne konts, ne adrese, ne vēstule.
