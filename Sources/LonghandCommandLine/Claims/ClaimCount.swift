import Claims

/// How many claims came to what, in words.
struct ClaimCount {
  private let coverages: [ClaimCoverage]

  /// Counts the claims.
  init(_ coverages: [ClaimCoverage]) { self.coverages = coverages }

  /// `26: 9 met, 12 met by cutting off, 5 not in the course yet`
  var text: String {
    let parts = ClaimCoverage.Standing.allCases.compactMap { standing in
      let count = coverages.count { $0.standing == standing }
      return count > 0 ? "\(count) \(standing.words)" : nil
    }
    return parts.isEmpty ? "no claim" : "\(coverages.count): " + parts.joined(separator: ", ")
  }
}

extension Claim.Kind {
  /// The kind for several claims.
  var plural: String { rawValue + "s" }
}
