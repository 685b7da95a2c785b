import TextModel

/// Profile, absences and mark on the page, folded under one line.
struct ProfileSection {
    let title: String
    let profile: Profile
    /// The documents whose absences and marks are told; none where the profile is a sum.
    let dossiers: [Dossier]

    func write(to html: inout HTMLWriter) {
        html.element("details", ["class": "profile"]) { html in
            html.element("summary", text: title)
            html.element("dl") { html in
                for row in ProfileRows(profile: profile).rows { write(row, to: &html) }
                for dossier in dossiers {
                    writeAbsences(of: dossier, to: &html)
                    writeMark(of: dossier, to: &html)
                }
            }
        }
        html.lineBreak()
    }

    private func write(_ row: ProfileRows.Row, to html: inout HTMLWriter) {
        html.element("div") { html in
            html.element("dt", text: Wording.capitalised(row.name))
            html.element("dd") { html in
                html.text(row.text)
                guard !row.details.isEmpty else { return }
                html.element("ul") { html in
                    for detail in row.details { html.element("li", text: detail) }
                }
            }
        }
    }

    private func writeAbsences(of dossier: Dossier, to html: inout HTMLWriter) {
        for absence in dossier.report.absences {
            html.element("div") { html in
                html.element("dt", text: Wording.capitalised(Wording.absent))
                html.element("dd", text: Wording.capitalised(absence.message))
            }
        }
    }

    private func writeMark(of dossier: Dossier, to html: inout HTMLWriter) {
        guard let mark = dossier.report.mark else { return }
        html.element("div") { html in
            html.element("dt", text: Wording.capitalised(Wording.mark))
            html.element("dd") { html in
                html.text(Wording.mark(mark))
                guard !mark.obstacles.isEmpty else { return }
                html.element("ul") { html in
                    for obstacle in mark.obstacles {
                        let place = obstacle.span.map { "\(dossier.place(of: $0)), " } ?? ""
                        html.element(
                            "li", text: "\(place)\(Wording.criterion(obstacle.criterion)): \(obstacle.message)")
                    }
                }
            }
        }
    }
}
