using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

using AtLeast = ChangeRelease.Domain.Approvals.AtLeast;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Reads a policy by trying every way to give people to the places they are asked for. It shares nothing with the counting.</summary>
internal sealed class NaivePolicy(DirectorySnapshot directory, IReadOnlyList<ActorId> approving, IReadOnlyList<ActorId> rejecting)
{
    private readonly Dictionary<RoleId, IReadOnlyList<ActorId>> _members = [];

    public bool IsSatisfied(ApprovalExpression expression) => expression switch
    {
        PersonApproves person => approving.Contains(person.Person),
        RoleApproves role => approving.Count(person => MembersOf(role.Role).Contains(person)) >= Needed(role),
        AllOf all => all.Of.All(IsSatisfied),
        InSequence sequence => sequence.Steps.All(IsSatisfied),
        AnyOf any => any.Of.Any(IsSatisfied),
        Vetoed veto => !rejecting.Any(person => MembersOf(veto.Role).Contains(person)) && IsSatisfied(veto.Of),
        Distinct distinct => Givings(Leaves(distinct.Of).ToList()).Any(given => IsFilled(distinct.Of, new Queue<int>(given))),
        AtLeast some => IsReached(some),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static IEnumerable<ApprovalExpression> Leaves(ApprovalExpression expression) => expression switch
    {
        AllOf all => all.Of.SelectMany(Leaves),
        AnyOf any => any.Of.SelectMany(Leaves),
        InSequence sequence => sequence.Steps.SelectMany(Leaves),
        AtLeast some => some.Of.SelectMany(Leaves),
        Distinct distinct => Leaves(distinct.Of),
        _ => [expression],
    };

    private bool IsReached(AtLeast some)
    {
        var leaves = some.Of.Where(part => part is PersonApproves or RoleApproves).ToList();
        var branches = some.Of.Except(leaves, ReferenceEqualityComparer.Instance).Cast<ApprovalExpression>().Count(IsSatisfied);
        return Givings(leaves).Any(given => branches + leaves.Zip(given, (leaf, count) => count >= Needed(leaf)).Count(isFilled => isFilled) >= some.Count);
    }

    private bool IsFilled(ApprovalExpression expression, Queue<int> given) => expression switch
    {
        AllOf all => all.Of.Select(part => IsFilled(part, given)).ToList().TrueForAll(isFilled => isFilled),
        InSequence sequence => sequence.Steps.Select(part => IsFilled(part, given)).ToList().TrueForAll(isFilled => isFilled),
        AnyOf any => any.Of.Select(part => IsFilled(part, given)).ToList().Exists(isFilled => isFilled),
        AtLeast some => some.Of.Select(part => IsFilled(part, given)).ToList().Count(isFilled => isFilled) >= some.Count,
        Distinct distinct => IsFilled(distinct.Of, given),
        _ => given.Dequeue() >= Needed(expression),
    };

    // Every way to give each approving person to one leaf that they belong to, or to none: how many each leaf gets, each outcome once.
    private IEnumerable<int[]> Givings(List<ApprovalExpression> leaves)
    {
        List<long> givings = [0];
        foreach (var person in approving)
        {
            var places = Enumerable.Range(0, leaves.Count).Where(leaf => Has(leaves[leaf], person)).ToList();
            givings = [.. givings.Concat(givings.SelectMany(_ => places, (given, leaf) => given + (1L << (8 * leaf)))).Distinct()];
        }

        return givings.Select(given => leaves.Select((_, leaf) => (int)(given >> (8 * leaf)) & 0xff).ToArray());
    }

    private bool Has(ApprovalExpression leaf, ActorId person) => leaf switch
    {
        PersonApproves one => one.Person == person,
        RoleApproves role => MembersOf(role.Role).Contains(person),
        _ => false,
    };

    private int Needed(ApprovalExpression leaf)
    {
        if (leaf is not RoleApproves { Threshold: var threshold, Role: var role })
        {
            return 1;
        }

        // A share: the least number whose share of the members is not less than what is asked.
        var members = MembersOf(role).Count;
        return threshold.IsShare ? Enumerable.Range(1, members + 1).First(count => (long)count * threshold.Denominator >= (long)members * threshold.Numerator) : threshold.Numerator;
    }

    private IReadOnlyList<ActorId> MembersOf(RoleId role) => _members.TryGetValue(role, out var known) ? known : _members[role] = directory.MembersOf(role);
}
