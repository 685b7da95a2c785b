import TextModel

/// What a piece of terminal text is, so that it can be coloured.
enum Ink: Sendable, Hashable {
    case plain, path, gutter, dim, rule
    case band(Band)
    case role(Related.Role)

    /// Codes of "Select Graphic Rendition"; `nil` for plain text.
    private var codes: String? {
        switch self {
        case .plain: nil
        case .path, .rule: "1"
        case .gutter: "34"
        case .dim: "2"
        case .band(.severe): "1;31"
        case .band(.high): "31"
        case .band(.moderate): "33"
        case .band(.low): "36"
        case .band: "34"
        case .role(.value): "33"
        case .role(.control): "31"
        case .role(.counterweight): "36"
        case .role(.safeguard): "32"
        case .role(.cue): "35"
        }
    }

    /// The text with its colour around it.
    func paint(_ text: String) -> String {
        guard let codes, !text.isEmpty else { return text }
        return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
    }
}
