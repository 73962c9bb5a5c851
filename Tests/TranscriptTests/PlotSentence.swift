/// What a sentence says of a picture.
struct PlotSentence {
  /// What is drawn; empty where the sentence goes on about the same.
  let label: String
  /// The numbers that it tells, in the order of reading, each with its place.
  let points: [Point]
  /// What is said of these.
  let claim: Claim

  /// A value at a place.
  struct Point {
    let value: Numeral
    /// A name and its number for each direction; `epoch` and `pass` are such names.
    let place: [(name: String, number: Numeral)]
  }

  /// What can be said.
  enum Claim {
    /// From the first point it rises (`true`) or falls to the next, and so on; behind these stand the lowest and the
    /// highest, where the course does not come by them. Only what wavers has others.
    /// One that starts with a stretch of zeros has no first point, and one that stays at 0 none at its end.
    case course([Bool], isWavering: Bool, startsAtZero: Bool, staysAtZero: Bool)
    /// The lowest, the highest, the first and the last.
    case swings
    /// The same value at all places.
    case constant
    /// The lowest and the highest.
    case extremes
    /// Only that these are its values.
    case values
    /// Where it has no value, or what else is no number to be worked out.
    case nothing
  }

  private static let counts = /\d+ points? on top|Of \d+ points,|\d+ of \d+ points\b/
  private static let verb = /\ (?:falls|rises|is 0 up to|swings between|is lowest|has no|has only)\b/
  private static let constant = /\ is [^ ]+ (?:everywhere|wherever|at)\b/

  private static let point =
    /([^ ]+) at (?:([^ ]+) = ([^ ,;]+)(?:, ([^ ]+) = ([^ ,;]+))?|(epoch|pass) ([^ ,;]+))/
  private static let lastValue = /.* is ([^ ]+) [a-z ]+$/
  private static let swings =
    /(.+) swings between its lowest, @, and its highest, @(?:, turning \d+ times(?: besides small ups and downs)?)?; it goes from @ to @/
  private static let extremes = /(.+) is lowest, @, and highest, @/
  private static let corners = /In the corners it is @(?:; @)*/
  private static let onlyValue = /(.+) (?:is|has only one value,) @/
  private static let sameEverywhere =
    /(.+) is [^ ]+ (?:everywhere|wherever it has a value|at every point drawn(?: that has a value)?)/
  private static let place = /(?:[^ ]+ = |epoch |pass )[^ ,]+/
  private static let gap = /(?:at #|from # to #)/
  private static let shapes = [
    /(.+) has no points/, /(.+) has no value %(?: and %)*/,
    /(.+) has no value at \d+ of \d+ (?:points: first %, last %|places)/,
  ]
  private static let others = [
    /No picture: .+/, /How often .+ turns cannot be told from the points drawn/,
    /The lowest and the highest are those of the points drawn/,
    /This is .+ of each training, epoch by epoch/, /\d+ points? on top/,
    /\d+ points? on top: \d+ with #(?:, \d+ with #)*/,
    /Of \d+ points, \d+ lies? beyond the axes and cannot be drawn/,
    /\d+ of \d+ points lies? beyond the axes and (?:is|are) not drawn/,
  ]
  private static let ups =
    /(.+?) (is 0 up to [^ ]+ = [^ ,]+|(?:falls|rises)(?: in \d+ steps?)? from @ to @)((?:,? (?:and then )?(?:falls|rises) to @)*)( and then stays there|, and then stays there)?(, with small ups and downs)?(?:; its (?:lowest|highest) is @(?:, and its highest is @)?)?/
  private static let direction = /falls|rises/

  /// Whether `text` begins like a sentence on a picture, as it may be broken at the end of a line.
  static func begins(_ text: String) -> Bool {
    if ["In the corners it is ", "No picture: ", "The lowest and the "].contains(where: text.hasPrefix) {
      return true
    }
    if text.prefixMatch(of: counts) != nil { return true }
    guard let found = text.firstMatch(of: verb)?.range ?? text.firstMatch(of: constant)?.range else {
      return false
    }
    return Expression.canRead(String(text[..<found.lowerBound]))
  }

  /// The sentence that `text` is; `nil` where it has none of the known shapes.
  init?(_ text: String) {
    guard text.hasSuffix(".") else { return nil }
    var points: [Point] = []
    var skeleton = ""
    var rest = text.dropLast()[...]
    while let match = rest.firstMatch(of: Self.point) {
      let parts = match.output
      let pairs = [(parts.2, parts.3), (parts.4, parts.5), (parts.6, parts.7)]
      let place = pairs.compactMap { name, number -> (name: String, number: Numeral)? in
        guard let name, let number, let numeral = Numeral(String(number)) else { return nil }
        return (String(name), numeral)
      }
      skeleton += rest[..<match.range.lowerBound]
      if let value = Numeral(String(parts.1)), !place.isEmpty {
        points.append(Point(value: value, place: place))
        skeleton += "@"
      } else {
        skeleton += match.0
      }
      rest = rest[match.range.upperBound...]
    }
    skeleton += rest
    guard let read = Self.read(skeleton) else { return nil }
    (label, claim) = read
    if case .constant = claim, let value = text.dropLast().firstMatch(of: Self.lastValue)?.1,
      let numeral = Numeral(String(value))
    {
      points = [Point(value: numeral, place: [])]
    }
    self.points = points
    guard label.isEmpty || Expression.canRead(label) else { return nil }
  }

  /// Reads a sentence whose points have been taken out.
  private static func read(_ text: String) -> (label: String, claim: Claim)? {
    if let course = course(text) { return course }
    if let label = text.wholeMatch(of: swings)?.1 { return (String(label), .swings) }
    if let label = text.wholeMatch(of: extremes)?.1 {
      return (String(label), .extremes)
    }
    if text.wholeMatch(of: corners) != nil { return ("", .values) }
    if let label = text.wholeMatch(of: onlyValue)?.1 {
      return (String(label), .values)
    }
    if let label = text.wholeMatch(of: sameEverywhere)?.1 { return (String(label), .constant) }
    let without = text.replacing(place, with: "#")
    let gaps = without.replacing(gap, with: "%")
    if let label = shapes.lazy.compactMap({ gaps.wholeMatch(of: $0)?.1 }).first {
      return (String(label), .nothing)
    }
    return others.contains { without.wholeMatch(of: $0) != nil } ? ("", .nothing) : nil
  }

  /// `L rises from @ to @, falls to @, and then rises to @, with small ups and downs; its lowest is @`, and what is like it.
  private static func course(_ text: String) -> (label: String, claim: Claim)? {
    guard let parts = text.wholeMatch(of: ups)?.output else { return nil }
    let verbs = (parts.2 + parts.3).matches(of: direction).map { $0.0 == "rises" }
    return (
      String(parts.1),
      .course(
        verbs, isWavering: parts.5 != nil, startsAtZero: parts.2.hasPrefix("is 0"),
        staysAtZero: parts.4 != nil)
    )
  }
}
