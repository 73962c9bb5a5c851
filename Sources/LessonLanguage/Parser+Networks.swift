import Diagnostics

/// `draw network for E_total`, behind its first word.
extension Parser {
  /// Reads of what the network is drawn.
  mutating func network() throws(Diagnostic) -> Statement.Kind {
    let hint = "a network is drawn by \("draw network for \(nameBehindDraw)".quoted)"
    guard isAtWord("network") else {
      throw missing("`network`", hint: "\(hint), curves by `plot`")
    }
    advance()
    guard accept(.reserved(.for)) else { throw missing("`for`", hint: hint) }
    let output = try reference()
    if current.kind == .end { return .network(output) }
    throw surplus("`draw network for` takes one name", hint: hint)
  }

  /// The name that is meant, where one stands on the line.
  private var nameBehindDraw: String {
    let behind = rest.drop { $0.kind != .reserved(.for) }
    let names = (behind.isEmpty ? rest : behind).filter { $0.kind == .name }.map { text(of: $0) }
    return names.first { $0 != "network" && StatementWord(spelled: $0) == nil } ?? "E"
  }
}
