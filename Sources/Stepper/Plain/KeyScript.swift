public import Terminal

/// Keys that are played from a text, so that a session can be told and repeated.
///
/// Each character is a key, and each line end is Enter; keys without a character stand in angle brackets: `<Esc>`,
/// `<Left>`, `<Ctrl-U>`. A line that begins with `#` is a comment.
public struct KeyScript: Sendable {
  /// The keys, in order.
  public let keys: [Key]

  /// Reads a script; every text is one.
  public init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var keys: [Key] = []
    for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
      keys += KeyScript.keys(of: line)
      // Behind the last line there is no line end.
      if index < lines.count - 1 { keys.append(.enter) }
    }
    self.keys = keys
  }

  private static func keys(of line: Substring) -> [Key] {
    var keys: [Key] = []
    var rest = line
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), let key = key(named: rest[..<end].dropFirst()) {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest.removeFirst()
      }
    }
    return keys
  }

  private static let names: [String: Key] = [
    "enter": .enter, "tab": .tab, "esc": .escape, "backspace": .backspace, "delete": .delete, "left": .left,
    "right": .right, "up": .up, "down": .down, "home": .home, "end": .end, "pageup": .pageUp,
    "pagedown": .pageDown, "space": .character(" "),
  ]

  private static func key(named name: Substring) -> Key? {
    let name = name.lowercased()
    if let key = names[name] { return key }
    guard name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last, ("a"..."z").contains(letter)
    else {
      return nil
    }
    return .control(letter)
  }
}
