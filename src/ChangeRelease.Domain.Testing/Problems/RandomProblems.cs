using FsCheck;
using FsCheck.Fluent;

namespace ChangeRelease.Domain.Testing;

/// <summary>Random planning problems of every kind: calendars in several zones and across clock changes, freezes, resources with hours, precedence, exclusions, limits, closures, wishes, and rules of the host's own.</summary>
/// <remarks>The same seed makes the same problem, on every machine.</remarks>
public static class RandomProblems
{
    /// <summary>A problem of two to five items on a coarse grid, for most of which <see cref="BruteForce"/> finds the best plan.</summary>
    /// <param name="seed">Where chance begins.</param>
    /// <returns>The problem.</returns>
    public static RandomProblem Small(long seed) => new ProblemMaker(new Dice(seed), ProblemSize.Small).Make(FormattableString.Invariant($"small {seed}"));

    /// <summary>A problem of some dozens of items within days or weeks.</summary>
    /// <param name="seed">Where chance begins.</param>
    /// <returns>The problem.</returns>
    public static RandomProblem Medium(long seed) => new ProblemMaker(new Dice(seed), ProblemSize.Medium).Make(FormattableString.Invariant($"medium {seed}"));

    /// <summary>Small problems for properties; they shrink by taking things out.</summary>
    /// <returns>The generator with its shrinker.</returns>
    public static Arbitrary<RandomProblem> SmallOnes() => Of(Small);

    /// <summary>Medium problems for properties; they shrink by taking things out.</summary>
    /// <returns>The generator with its shrinker.</returns>
    public static Arbitrary<RandomProblem> MediumOnes() => Of(Medium);

    private static Arbitrary<RandomProblem> Of(Func<long, RandomProblem> make) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => make(seed)), problem => problem.Smaller());
}
