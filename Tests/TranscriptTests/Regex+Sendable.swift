/// The shapes of this reader are literals without any code in them, which threads may share: as constants they are read once.
/// A literal is read anew wherever it is come to, which took longer than all else together.
extension Regex: @retroactive @unchecked Sendable {}
