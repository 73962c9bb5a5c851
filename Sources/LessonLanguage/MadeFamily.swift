/// Calls that make a family, or draw one, in other languages: `zeros(3)`, `randn(2, 3)`, `range(5)`.
public enum MadeFamily {
  /// An argument of such a call.
  public struct Argument {
    let text: String
    /// Its number where that is fixed.
    let number: Double?
    /// Whether it is worked out of consts.
    let isConst: Bool
    /// What it is, where it is no number that is fixed: `an input`.
    let what: String

    /// An argument as it is written.
    public init(_ text: String, number: Double? = nil, isConst: Bool = false, what: String = "neither") {
      self.text = text
      self.number = number
      self.isConst = isConst
      self.what = what
    }

    /// Whether it is more than one value: a size in parentheses, a list, or what has a label.
    var isTuple: Bool {
      text.contains(",") || text.contains("=") || text.contains(":") || text.hasPrefix("[")
    }

    /// Whether its number is known.
    var isFixed: Bool { number != nil }

    fileprivate var wholeNumber: Int? {
      number.flatMap { $0.magnitude <= 1_000_000 ? Int(exactly: $0) : nil }
    }

    /// The number of places that it gives: `3`, or the name of a const.
    fileprivate var size: String? {
      if isConst { return number.map { $0 > 0 && wholeNumber != nil } ?? true ? text : nil }
      return wholeNumber.flatMap { $0 > 0 ? "\($0)" : nil }
    }
  }

  /// The names that may stand in the form.
  public struct Names {
    let target: String
    let unused: String
    let indices: [String]
    let word: String
    let scale: String?

    /// The name of the family, one for a part of a formula, two for indices, the word that stands before the name, or
    /// nothing, and the number with which the whole is multiplied.
    public init(
      target: String, unused: String, indices: [String], word: String = "", scale: String? = nil
    ) {
      self.target = target
      self.unused = unused
      self.indices = indices
      self.word = word
      self.scale = scale
    }

    /// The word that is typed, or else `usual`.
    fileprivate func given(_ usual: String) -> String { word.isEmpty ? usual : word }

    /// The left side of a formula for each `indices`.
    fileprivate func element(_ indices: String) -> String {
      "\(word.isEmpty ? "" : word + " ")\(target)[\(indices)]"
    }
  }

  /// What is said in the place of such a call, and whether a form is in it.
  public typealias Proposal = (hint: String, isForm: Bool)

  private static let filling = ["zeros", "ones", "full", "zeros_like", "ones_like"]
  private static let counting = ["range", "arange", "seq", "linspace"]
  private static let drawing = ["randn", "rand", "random", "rnorm", "runif", "gauss", "normal", "uniform"]
  private static let drawingWhole = ["randint", "randi"]

  /// Whether a call of that name makes a family, which is given or defined in a line of its own.
  public static func isOne(_ function: String) -> Bool {
    let name = function.lowercased()
    return filling.contains(name) || counting.contains(name) || isDrawn(name) || name == "eye"
      || name == "identity"
  }

  /// Whether a call of that name draws numbers.
  public static func isDrawn(_ function: String) -> Bool { drawing.contains(function.lowercased()) }

  /// What to write in the place of such a call; `nil` where it is none. A size that its arguments do not tell is never
  /// invented: then the rule is told.
  ///
  /// - Parameter isOfNumPy: whether the last number of a range of whole numbers is left out.
  public static func form(
    for function: String, _ arguments: [Argument], named names: Names, like bounds: [ClosedRange<Int>] = [],
    isOfNumPy: Bool = false
  ) -> Proposal? {
    let function = function.lowercased()
    switch function {
    case "zeros", "ones", "zeros_like", "ones_like", "full":
      return filled(function, arguments, names, like: bounds)
    case "eye", "identity":
      guard let first = arguments.first, arguments.count <= 2 else { return nil }
      if let wrong = ruleOfSizes(arguments) { return (wrong, false) }
      let (rows, columns) = (first.size ?? "", arguments.last?.size ?? "")
      let (i, j) = (names.indices[0], names.indices[1])
      return (
        "write `\(names.element("\(i), \(j)")) = if \(i) == \(j) then 1 else 0 for \(i) in 1...\(rows), \(j) in 1...\(columns)`",
        true
      )
    case "range", "arange", "seq", "linspace": return numbers(function, arguments, names)
    case "array", "list", "vector", "tensor", "c", "vec", "matrix":
      guard !arguments.isEmpty else { return nil }
      return ("a list is written in brackets: `[\(arguments.map(\.text).joined(separator: ", "))]`", true)
    case "randint", "randi": return wholeNumberDrawn(function, arguments, names, isOfNumPy)
    default: return drawn(function, arguments, names)
    }
  }

  // MARK: All the same

  private static func filled(
    _ function: String, _ arguments: [Argument], _ names: Names, like bounds: [ClosedRange<Int>]
  ) -> Proposal? {
    let start = "all the same is given as `\(names.given("param")) \(names.target)"
    if function.hasSuffix("_like") {
      if bounds.isEmpty { return nil }
      let model = bounds.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: ", ")
      return ("\(start)[\(model)] = \(function.hasPrefix("zeros") ? "0" : "1")`", true)
    }
    if function == "full", arguments.count < 2 { return nil }
    let sizes = function == "full" ? Array(arguments.dropLast()) : arguments
    if sizes.isEmpty { return nil }
    if let wrong = ruleOfSizes(sizes) { return (wrong, false) }
    let value = function == "full" ? arguments[arguments.count - 1].text : function == "zeros" ? "0" : "1"
    return ("\(start)\(spans(sizes)) = \(value)`", true)
  }

  // MARK: Numbers one after the other

  private static func numbers(_ function: String, _ arguments: [Argument], _ names: Names) -> Proposal? {
    guard (1...3).contains(arguments.count) else { return nil }
    let index = names.indices[0]
    let form = { (value: String, range: String) -> Proposal in
      (
        "numbers one after the other are written `\(names.element(index)) = \(value) for \(index) in \(range)`",
        true
      )
    }
    if let wrong = arguments.first(where: { $0.number == nil && !$0.isConst }) {
      return ("the ends of a range are numbers or consts, and \(named(wrong))", false)
    }
    if function == "linspace" {
      return spaced(arguments, index).map { form($0.value, $0.range) }
        ?? ("with its two ends it is told how many numbers there are, two or more", false)
    }
    if arguments.count == 1, arguments[0].isConst {
      let text = arguments[0].text
      return form(index, function == "seq" ? "1...\(text)" : "0...\(text) - 1")
    }
    if arguments.count == 3 {
      return stepped(function, arguments, index).map { form($0.value, $0.range) }
        ?? ("there is no number in it, and a family has at least one element", false)
    }
    if function != "seq", arguments.count == 2, arguments[1].isConst, let first = arguments[0].wholeNumber {
      return form(
        index, "\(arguments[0].isConst ? arguments[0].text : "\(first)")...\(arguments[1].text) - 1")
    }
    let ends = arguments.compactMap { $0.isConst ? nil : $0.wholeNumber }
    guard ends.count == arguments.count else {
      return ("numbers one after the other are a formula with an index and a `for`", false)
    }
    let (first, last) =
      function == "seq"
      ? (ends.count == 1 ? 1 : ends[0], ends[ends.count - 1])
      : (ends.count == 1 ? 0 : ends[0], ends[ends.count - 1] - 1)
    return first <= last
      ? form(index, "\(first)...\(last)")
      : ("there is no number in it, and a family has at least one element", false)
  }

  /// `linspace(0, 1, 5)`
  private static func spaced(_ arguments: [Argument], _ index: String) -> (value: String, range: String)? {
    guard arguments.count == 3, let count = arguments[2].wholeNumber, count > 1 else { return nil }
    let (first, last) = (arguments[0].text, arguments[1].text)
    let step =
      first == "0"
      ? ProposedForm.operand(last) : "\(first) + (\(last) - \(ProposedForm.operand(first)))"
    return ("\(step)*(\(index) - 1)/\(count - 1)", "1...\(count)")
  }

  /// `range(0, 10, 2)`, `seq(0, 1, 0.1)`
  private static func stepped(
    _ function: String, _ arguments: [Argument], _ index: String
  ) -> (value: String, range: String)? {
    let numbers = arguments.compactMap { $0.isConst ? nil : $0.number }
    guard numbers.count == 3, numbers[2] != 0 else { return nil }
    let steps = (numbers[1] - numbers[0]) / numbers[2]
    guard steps.isFinite, steps > 0, steps <= 1_000_000 else { return nil }
    let count = function == "seq" ? Int((steps + 1e-9).rounded(.down)) + 1 : Int((steps - 1e-9).rounded(.up))
    let isDown = numbers[2] < 0
    let step = isDown ? String(arguments[2].text.drop { !$0.isNumber }) : arguments[2].text
    let places = step == "1" ? "(\(index) - 1)" : "\(step)*(\(index) - 1)"
    let start = numbers[0] == 0 ? (isDown ? "-" : "") : arguments[0].text + (isDown ? " - " : " + ")
    return (start + places, "1...\(count)")
  }

  // MARK: Draws

  /// What is drawn is given, each element for itself.
  private static func drawn(_ function: String, _ arguments: [Argument], _ names: Names) -> Proposal? {
    let isNormal = ["randn", "rnorm", "gauss", "normal"].contains(function)
    var (sizes, numbers): ([Argument], [Argument]) =
      switch function {
      case "randn", "rand", "random": (arguments, [])
      case "rnorm", "runif": (Array(arguments.prefix(1)), Array(arguments.dropFirst()))
      case "gauss", "normal", "uniform": (Array(arguments.dropFirst(2)), Array(arguments.prefix(2)))
      default: ([], [])
      }
    guard isDrawn(function), numbers.isEmpty || numbers.count == 2 else { return nil }
    if ["gauss", "normal", "uniform"].contains(function), numbers.isEmpty { return nil }
    if numbers.isEmpty {
      numbers = [Argument("0"), Argument(names.scale ?? "1")]
    } else if names.scale != nil {
      return (.drawnAlone, false)
    }
    if let wrong = ruleOfSizes(sizes) { return (wrong, false) }
    let usual = function == "rand" || function == "random" ? "input" : "param"
    let call = "\(isNormal ? "normal" : "uniform")(\(numbers[0].text), \(numbers[1].text))"
    let span = sizes.isEmpty ? "" : spans(sizes)
    return ("what is drawn is given: `\(names.given(usual)) \(names.target)\(span) ~ \(call)`", true)
  }

  /// A whole number that is drawn. Python's own function has the last one among those drawn, and NumPy's has not: it is told
  /// which they are.
  private static func wholeNumberDrawn(
    _ function: String, _ arguments: [Argument], _ names: Names, _ isOfNumPy: Bool
  ) -> Proposal? {
    guard (1...2).contains(arguments.count), let end = arguments.last, !arguments.contains(where: \.isTuple),
      !(function == "randi" && arguments.count == 2)
    else { return (.wholeNumbersDrawn, false) }
    let isLastLeftOut = isOfNumPy || function == "randint" && arguments.count == 1
    guard let last = end.wholeNumber, arguments.allSatisfy({ $0.wholeNumber != nil && !$0.isConst }) else {
      let first = arguments.count == 2 ? arguments[0].text : function == "randi" ? "1" : "0"
      let bound = isLastLeftOut ? end.text : "\(end.text) + 1"
      return (
        "what is drawn is given above, as in `input \(names.unused) ~ uniform(\(first), \(bound))`; a whole number below `\(bound)` is then `floor(\(names.unused))`",
        true
      )
    }
    let first = arguments.count == 2 ? arguments[0].wholeNumber ?? 0 : function == "randi" ? 1 : 0
    let behind = isLastLeftOut ? last : last + 1
    guard first < behind else { return nil }
    return (
      "what is drawn is given above, as in `input \(names.unused) ~ uniform(\(first), \(behind))`; a whole number from \(first) to \(behind - 1) is then `floor(\(names.unused))`",
      true
    )
  }

  // MARK: Sizes

  /// `[1...2, 1...3]` of a family with 2 and 3 places.
  private static func spans(_ sizes: [Argument]) -> String {
    "[\(sizes.compactMap(\.size).map { "1...\($0)" }.joined(separator: ", "))]"
  }

  /// That one of the sizes is not fixed; `nil` where all are.
  private static func ruleOfSizes(_ sizes: [Argument]) -> String? {
    sizes.first { $0.size == nil }.map { "a size is a whole number from 1 or a const, and \(named($0))" }
  }

  private static func named(_ argument: Argument) -> String {
    "\(argument.text.quoted) is \(argument.number == nil ? argument.what : "neither")"
  }
}

extension String {
  fileprivate static var wholeNumbersDrawn: String {
    "numbers are drawn with `~` and `uniform`, for a family with its ranges in brackets; the `floor` of each is a whole number"
  }

  fileprivate static var drawnAlone: String {
    "what is drawn is given by its distribution alone, behind `~`; what is made of it is a formula"
  }
}
