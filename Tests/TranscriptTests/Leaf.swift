/// A name or a number in an expression, signs aside.
enum Leaf: Equatable {
  case name(String)
  case number(String)

  /// The leaves of `text`, an expression, in the order in which they are written. Functions, exponents written as
  /// `²`, and the e of `e^x` are none.
  static func leaves(of text: String) -> [Leaf] {
    var leaves: [Leaf] = []
    var rest = text[...]
    while let first = rest.first {
      if let name = rest.prefixMatch(of: /∂(?:\([^)]*\)|[^ \/()]+)\/∂[\p{L}_0-9\[\],]+/)?.output {
        leaves.append(.name(String(name)))
        rest = rest.dropFirst(name.count)
      } else if first.isLetter, let name = rest.prefixMatch(of: /[\p{L}_0-9]+(?:\[[^\]]*\])?/)?.output {
        rest = rest.dropFirst(name.count)
        let isFunction = rest.first == "(" || (name == "e" && rest.first == "^")
        if !isFunction { leaves.append(.name(String(name))) }
      } else if let number = rest.prefixMatch(of: /[0-9]+(?:\.[0-9]+)?(?:e[-−+]?[0-9]+)?/)?.output {
        leaves.append(.number(String(number)))
        rest = rest.dropFirst(number.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return leaves
  }
}
