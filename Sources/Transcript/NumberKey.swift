/// What a number that somebody replies is held against.
public struct NumberKey: Hashable, Sendable {
  /// The number that is asked for.
  public var wanted: Double
  /// How many decimals a reply has at least; 0 where none are asked for.
  public var digits: Int
  /// How far from the number a reply may be, where that decides in place of digits.
  public var width: Double?
  /// The mistakes that the author foresees, in order.
  public var foreseen: [ForeseenMistake]
  /// The lines that are shown to a right reply.
  public var result: [Line]
  /// The lines that are shown behind those to a right reply which has decimals.
  public var accepted: [Line]
  /// What stands before the answer with as many digits as the reply has, where the further ones are wrong.
  public var further: [Phrase]
  /// What is said to a reply with too few decimals.
  public var tooShort: [Transcript.Part]
  /// What is said to a reply with a comma in the place of the point.
  public var comma: [Transcript.Part]
  /// What is said before what has led to a wrong reply.
  public var wrong: [Transcript.Part]
  /// What is said of a reply that is near, behind the reply.
  public var near: [Phrase]
  /// What has likely led to a wrong reply, group by group in the order of `LikelyMistake.Group`. Where there are fewer groups, the
  /// next could not be worked out, and nothing is said from there on.
  public var likely: [[LikelyMistake]]

  /// A key with all that it holds.
  public init(
    wanted: Double, digits: Int, width: Double?, foreseen: [ForeseenMistake], result: [Line],
    accepted: [Line],
    further: [Phrase], tooShort: [Transcript.Part], comma: [Transcript.Part], wrong: [Transcript.Part],
    near: [Phrase], likely: [[LikelyMistake]] = []
  ) {
    self.wanted = wanted
    self.digits = digits
    self.width = width
    self.foreseen = foreseen
    self.result = result
    self.accepted = accepted
    self.further = further
    self.tooShort = tooShort
    self.comma = comma
    self.wrong = wrong
    self.near = near
    self.likely = likely
  }
}

/// A wrong answer that the author foresees, as replies are held against it.
public struct ForeseenMistake: Hashable, Sendable {
  /// Its number.
  public var value: Double
  /// How far from it a reply may be that is taken for it, where that decides in place of digits.
  public var width: Double?
  /// What the author says to it; where that is nothing, something is said of its number.
  public var reason: [Transcript.Part]
  /// What is said of its number, behind the reply.
  public var words: [Phrase]

  /// A mistake with all that is said to it.
  public init(value: Double, width: Double?, reason: [Transcript.Part], words: [Phrase]) {
    self.value = value
    self.width = width
    self.reason = reason
    self.words = words
  }
}

/// Something done differently from what is right, and the number that comes out then.
public struct LikelyMistake: Hashable, Sendable {
  /// The number, rounded to the digits that are compared.
  public var value: Double
  /// What is said of it, behind the learner's own number: `is what comes out without the factor 3`.
  public var words: [Phrase]

  /// Mistakes that are looked through together. The first group in which one leads to the reply says it all.
  public enum Group: Int, CaseIterable, Sendable {
    /// A sign, a path, a factor, a term.
    case plain
    /// A part of a factor of the chain rule.
    case subtle
    /// The right way with too few digits; only the first is said.
    case rounded
    /// Numbers that are not yet, and numbers of other things.
    case other
  }

  /// A mistake in parts.
  public init(value: Double, words: [Phrase]) {
    self.value = value
    self.words = words
  }
}
