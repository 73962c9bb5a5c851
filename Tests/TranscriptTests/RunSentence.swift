/// A sentence on rows of data, a step of an optimizer, a training or a loop.
enum RunSentence {
  /// The rows that stand below: `data xor: 4 rows`; rows that are made are not all shown.
  case data(String, rowCount: Int, isMade: Bool)
  /// Below stand numbers of each row: `on each row of xor:`.
  case eachRow(of: String)
  /// Whose algorithm stands below: `Then all changes, step 2 of walker, which is adam:`.
  case update(step: Int?, Method)
  /// Below stand the norm of the derivatives, and what it makes of each: `All of them clipped, to a norm of 1 at most:`.
  case clipping
  /// The param whose working stands below: `w in full:`.
  case inFull(String)
  /// What is trained: `Training 2 params to reduce E with sgd, 10 epochs:`.
  case training(Training)
  /// Why a training or a loop ended.
  case ending(Ending)
  /// Which params are kept: `the params are those of epoch 12, the best on held_out`.
  case best(epoch: Int)
  /// Which pass of a loop follows: `pass 1 of 3`.
  case pass(Int, of: Int)
  /// Which row of some data is set below: `row 2 of xor`.
  case row(Int, of: String)
  /// Where the numbers above come from: `drawn from uniform(0, 1), seed 1`.
  case drawn(from: [String], isAnew: Bool)

  /// An optimizer: the name that the lesson gave it, if it has one, and that of its algorithm.
  struct Method {
    let name: String?
    let algorithm: String

    /// Reads `walker, which is adam`, or `adam`.
    fileprivate init(_ name: Substring?, _ algorithm: Substring) {
      self.name = name.map(String.init)
      self.algorithm = String(algorithm)
    }
  }

  /// What the heading of a training tells.
  struct Training {
    let params: String
    let loss: String
    let method: Method
    let epochs: Int
    let rowCount: Int?
    let batchSize: Int?
    /// Whether the derivatives of its updates are clipped.
    let isClipped: Bool
  }

  /// An end: after how many epochs or passes, and why.
  struct Ending {
    let count: Int
    /// Whether it is a training's.
    let isOfTraining: Bool
    /// What it was to go on until.
    let condition: String?
    /// Whether that is so.
    let isMet: Bool
    /// Whether it went on to its end.
    var isDone = false
  }

  /// The sentence that `text` is; `nil` where it has none of the known shapes.
  init?(_ text: String) {
    guard
      let sentence = Self.update(text) ?? Self.training(text) ?? Self.ending(text) ?? Self.loop(text)
        ?? Self.source(text)
    else { return nil }
    self = sentence
  }

  private static let allChanges =
    /Then all changes, (?:step (\d+) of|by) (?:([^ ,]+), which is )?([a-z]+):/

  private static func update(_ text: String) -> RunSentence? {
    if text.hasPrefix("All of"),
      text.wholeMatch(of: /All of them clipped, to a norm of [^ ]+ at most:/) != nil
    {
      return .clipping
    }
    if text == "Then all changes:" { return .update(step: nil, Method(nil, "sgd")) }
    if text.hasPrefix("Then"), let parts = text.wholeMatch(of: allChanges)?.output {
      return .update(step: parts.1.flatMap { Int($0) }, Method(parts.2, parts.3))
    }
    guard text.hasSuffix(" in full:"), !text.dropLast(9).contains(" ") else { return nil }
    return .inFull(String(text.dropLast(9)))
  }

  private static func training(_ text: String) -> RunSentence? {
    guard text.hasPrefix("Training ") else { return nil }
    let shape =
      /Training ([^ ]+|\d+ params) to reduce (.+) with (?:([^ ,]+), which is )?([a-z]+), (\d+) epochs?(?: of (\d+) rows?(?: in batches of (\d+))?(?:, accumulating \d+)?(?:, shuffled)?)?(, clipping [^ ]+)?:/
    guard let parts = text.wholeMatch(of: shape)?.output, let epochs = Int(parts.5) else { return nil }
    return .training(
      Training(
        params: String(parts.1), loss: String(parts.2), method: Method(parts.3, parts.4), epochs: epochs,
        rowCount: parts.6.flatMap { Int($0) }, batchSize: parts.7.flatMap { Int($0) },
        isClipped: parts.8 != nil))
  }

  private static func ending(_ text: String) -> RunSentence? {
    guard ["ended ", "stopped ", "after ", "the params "].contains(where: text.hasPrefix) else { return nil }
    if let count = text.wholeMatch(of: /ended after (\d+) epochs?/).flatMap({ Int($0.1) }) {
      return .ending(Ending(count: count, isOfTraining: true, condition: nil, isMet: true, isDone: true))
    }
    if let parts = text.wholeMatch(of: /stopped after epoch (\d+), because (.+)/)?.output,
      let count = Int(parts.1)
    {
      return .ending(
        Ending(count: count, isOfTraining: true, condition: String(parts.2), isMet: true))
    }
    let patience = /stopped after epoch (\d+): \d+ epochs? without improvement/
    if let count = text.wholeMatch(of: patience).flatMap({ Int($0.1) }) {
      return .ending(Ending(count: count, isOfTraining: true, condition: nil, isMet: true))
    }
    if let parts = text.wholeMatch(of: /stopped after (\d+) pass(?:es)?, because (.+)/)?.output,
      let count = Int(parts.1)
    {
      return .ending(
        Ending(count: count, isOfTraining: false, condition: String(parts.2), isMet: true))
    }
    if let parts = text.wholeMatch(of: /after (\d+) (epoch|pass)(?:e?s)? it still is not so that (.+)/)?
      .output,
      let count = Int(parts.1)
    {
      return .ending(
        Ending(
          count: count, isOfTraining: parts.2 == "epoch", condition: String(parts.3), isMet: false,
          isDone: true))
    }
    let best = text.wholeMatch(of: /the params are those of epoch (\d+), the best on [^ ]+/)
    return best.flatMap { Int($0.1) }.map { .best(epoch: $0) }
  }

  private static func loop(_ text: String) -> RunSentence? {
    guard text.hasPrefix("pass ") || text.hasPrefix("row ") else { return nil }
    if let parts = text.wholeMatch(of: /pass (\d+) of (\d+)/)?.output, let pass = Int(parts.1),
      let count = Int(parts.2)
    {
      return .pass(pass, of: count)
    }
    if let parts = text.wholeMatch(of: /row (\d+) of ([^ ]+)/)?.output, let row = Int(parts.1) {
      return .row(row, of: String(parts.2))
    }
    return nil
  }

  private static func source(_ text: String) -> RunSentence? {
    guard ["data ", "on each ", "drawn "].contains(where: text.hasPrefix) else { return nil }
    if let parts = text.wholeMatch(of: /data ([^ ]+): (\d+) rows?( of .+, seed \d+)?/)?.output,
      let count = Int(parts.2)
    {
      return .data(String(parts.1), rowCount: count, isMade: parts.3 != nil)
    }
    if let data = text.wholeMatch(of: /on each row of ([^ ]+):/)?.1 { return .eachRow(of: String(data)) }
    let shape = /drawn from (.+\))(?: and \d+ more)?, seed \d+(, anew at each forward pass)?/
    guard let parts = text.wholeMatch(of: shape)?.output else { return nil }
    let sources = parts.1.matches(of: /[a-z]+\([^)]*\)/).map { String($0.0) }
    guard sources.joined(separator: ", ") == parts.1 else { return nil }
    return .drawn(from: sources, isAnew: parts.2 != nil)
  }
}
