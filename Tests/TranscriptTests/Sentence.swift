/// A sentence that stands among worked lines, or beside one.
///
/// The list of their shapes is closed: a worked line that has lost its sign is no sentence.
enum Sentence {
  /// What decided a condition: `because 2 > 1.5, 0 < 1`.
  case reasons([String])
  /// The families whose results stand before: `same formulas: explain h, explain y`.
  case sameFormula([String])
  /// Elements of a family that are not shown: `… 6 more like these: explain x`; of derivatives and numbered names each
  /// is seen by its own: `… 6 more like these; any of them: explain ∂L/∂x[7]`.
  case hidden(count: Int, family: String)
  /// What `…` stands for: `… is 94 more; in full: explain`.
  case leftOut
  /// How many paths lead from one name to another: `w1 reaches E by 8 paths:`
  case paths(count: Int?, to: String)
  /// How many of these are not listed: `… 2 more pass through a factor 0`.
  case unlistedPaths(count: Int?)
  /// The replies to a question that are right: `accepted: 0.667 or 0.666`.
  case accepted([String])
  /// What is said of a picture.
  case plot(PlotSentence)
  /// What is said of data, an optimizer, a training or a loop.
  case run(RunSentence)
  /// Anything that says nothing to be worked out.
  case other

  /// The sentence that `text` is; `nil` where it has none of the known shapes.
  init?(_ text: String) {
    if let comparisons = text.wholeMatch(of: Self.because)?.1 {
      self = .reasons(comparisons.split(separator: ", ").map(String.init))
    } else if let list = text.wholeMatch(of: Self.sameFormulas)?.1 {
      self = .sameFormula(list.split(separator: ", ").map { String($0.trimmingPrefix("explain ")) })
    } else if let parts = text.wholeMatch(of: Self.hiddenElements)?.output, let count = Int(parts.1) {
      self = .hidden(count: count, family: String(parts.2))
    } else if let parts = text.wholeMatch(of: Self.hiddenKin)?.output, let count = Int(parts.1) {
      self = .hidden(count: count, family: KnownNumbers.kin(of: String(parts.2)))
    } else if text.wholeMatch(of: Self.leftOutTerms) != nil {
      self = .leftOut
    } else if let replies = text.wholeMatch(of: Self.acceptedReplies)?.1 {
      self = .accepted(replies.split(separator: " or ").map(String.init))
    } else if let parts = text.wholeMatch(of: Self.pathHeading)?.output {
      self = .paths(count: Int(parts.2.filter { $0 != "," }), to: String(parts.1))
    } else if let parts = text.wholeMatch(of: Self.otherPaths)?.output {
      self = .unlistedPaths(count: Int(parts.1.filter { $0 != "," }))
    } else if let plot = PlotSentence(text) {
      self = .plot(plot)
    } else if let run = RunSentence(text) {
      self = .run(run)
    } else if Self.shapes.contains(where: { text.wholeMatch(of: $0) != nil }) {
      self = .other
    } else {
      return nil
    }
  }

  private static let because =
    /because (.*?[^,])(?: \(equal, but for the rounding of binary arithmetic\))?(?:; rounding of binary arithmetic.*)?/
  private static let sameFormulas = /same formulas?: (explain [^ ,]+(?:, explain [^ ,]+)*)/
  private static let hiddenElements = /… (\d+) more like (?:this|these): explain ([^ ]+)/
  private static let hiddenKin = /… (\d+) more like (?:this|these); any of them: explain (.+)/
  private static let leftOutTerms =
    /… is (?:up to )?\d+ more(?:; in full: explain(?: .+)?|, which follow)/
  private static let acceptedReplies = /accepted: ([^ ]+(?: or [^ ]+)?)/

  private static let pathHeading = /[^ ]+ reaches (.+) by ([\d,]+) paths:/
  private static let otherPaths =
    /… ([\d,]+) more(?: pass(?:es)? through a factor 0|, none larger than those above nor smaller than those below)/

  private static let shapes: [Regex<Substring>] = [
    /.+ is a sum over [\d,]+ paths\. First the links on them:/,
    /all of them pass through a factor 0/,
    /accepted: within [^ ]+/,
    /layer \d+: [^ ]+ from .+/,
    /\d+ inputs?, then (?:\d+ neurons?|layers of \d+(?:, \d+)* and \d+ neurons)(?:; \d+ \w+(?: and \d+ \w+)?)?/,
    /[^ ]+ does not reach [^ ]+/,
    /passes [^ ]+(?:, [^ ]+)*(?: and [^ ]+| and \d+ more of its names)? on with factor 1, left out/,
    /… \d+ more like (?:this|these) with factor 1, left out; any of them: explain .+/,
    /… \d+ more like these: explain shows any of them/,
    /… \d+ more set in the same way/,
    /the last term is the sum of the [\d,]+ others/,
    /the last term is that of the other path/,
    /the fourth factor is the product of \d+ of the links above/,
    /where a path leaves values out, one factor is the product of their links/,
    /other formulas: explain [^ ]+/,
    /(?:(?:same formula|other formulas|likewise); )?any of them: explain .+/,
    /… \d+ more like (?:this|these), without a value here/,
    /… \d+ more: table .+ over [^ ]+/,
    /(?:.+ )?has no value here(?:, but the derivative has)?/,
    /a part of .+ is too large for a number here/,
    /worked out on every row of [^ ]+/,
    /in full: explain .+/,
    /(?:input|target|param|const), worked out once/,
    /given/,
    /rounding of binary arithmetic(?:; on paper it is [^ ]+)?/,
    /forward: no value has changed/,
    /All derivatives first:/,
  ]
}
