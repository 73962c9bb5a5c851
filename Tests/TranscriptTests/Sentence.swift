/// A sentence that stands among worked lines, or beside one.
///
/// The list of their shapes is closed: a worked line that has lost its sign is no sentence.
enum Sentence {
  /// What decided a condition: `because 2 > 1.5`.
  case comparison(String)
  /// Anything that says nothing to be worked out.
  case other

  /// The sentence that `text` is; `nil` where it has none of the known shapes.
  init?(_ text: String) {
    if let comparison = text.wholeMatch(of: /because (.+)/)?.1 {
      self = .comparison(String(comparison))
    } else if Self.shapes.contains(where: { text.wholeMatch(of: $0) != nil }) {
      self = .other
    } else {
      return nil
    }
  }

  private static var shapes: [Regex<Substring>] {
    [
      /[^ ]+ reaches [^ ]+ by \d+ paths:/,
      /[^ ]+ does not reach [^ ]+/,
      /passes [^ ]+(?:, [^ ]+)*(?: and [^ ]+)? on with factor 1, left out/,
      /… \d+ more, not as large as those above nor as small as those below/,
      /the last term is the sum of the \d+ others/,
      /(?:same formula|in full): explain .+/,
      /(?:input|target|param|const), worked out once/,
      /given/,
      /rounding of binary arithmetic/,
      /forward: no value has changed/,
      /All derivatives first:/,
      /Then all changes:/,
    ]
  }
}
