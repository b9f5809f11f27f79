using System.Numerics;
using ChangeRelease.Domain.Approvals;
using static ChangeRelease.Domain.Tests.Approvals.SmallWorld;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>A policy beside what it means, said in sets: who approved (A), who rejected (N), who is in each role.</summary>
internal sealed record SmallPolicy(ApprovalExpression Asks, Func<SmallPolicy.Said, bool> Means)
{
    /// <summary>Twelve policies, those that name a person once for each.</summary>
    public static SmallPolicy[] All(int people) =>
    [
        new(Ask.Of(1, R), at => (at.A & at.R) != 0),
        new(Ask.Of(2, R), at => Size(at.A & at.R) >= 2),
        new(Ask.Percent(100, R), at => at.R != 0 && (at.R & ~at.A) == 0),
        new(Ask.Percent(50, R), at => at.R != 0 && 2 * Size(at.A & at.R) >= Size(at.R)),
        new(Ask.AllOf(Ask.Of(1, R), Ask.Of(1, S)), at => (at.A & at.R) != 0 && (at.A & at.S) != 0),
        new(Ask.AnyOf(Ask.Of(2, R), Ask.Of(1, S)), at => Size(at.A & at.R) >= 2 || (at.A & at.S) != 0),
        new(Ask.Distinct(Ask.AllOf(Ask.Of(1, R), Ask.Of(1, S))), at => Pairs(at.A & at.R, at.A & at.S)),
        new(Ask.InSequence(Ask.Of(1, R), Ask.Of(1, S)), at => (at.A & at.R) != 0 && (at.A & at.S) != 0),
        new(Ask.Of(1, R).UnlessVetoedBy(S), at => (at.N & at.S) == 0 && (at.A & at.R) != 0),
        new(Ask.Distinct(Ask.AllOf(Ask.Of(2, R), Ask.Of(1, S))), at => Enumerable.Range(0, people).Any(person => (at.A & at.S & (1 << person)) != 0 && Size(at.A & at.R & ~(1 << person)) >= 2)),
        .. Enumerable.Range(0, people).SelectMany(Naming),
    ];

    private static IEnumerable<SmallPolicy> Naming(int person) =>
    [
        new(Ask.Person(Persons[person]), at => (at.A & (1 << person)) != 0),
        new(
            Ask.AtLeast(2, Ask.Of(1, R), Ask.Of(1, S), Ask.Person(Persons[person])),
            at => Pairs(at.A & at.R, at.A & at.S) || Pairs(at.A & at.R, at.A & (1 << person)) || Pairs(at.A & at.S, at.A & (1 << person))),
    ];

    private static bool Pairs(int left, int right) => left != 0 && right != 0 && Size(left | right) >= 2;

    private static int Size(int set) => BitOperations.PopCount((uint)set);

    internal sealed record Said(int A, int N, int R, int S);
}
