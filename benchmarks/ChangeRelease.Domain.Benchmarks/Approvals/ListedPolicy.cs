using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.Approvals;

/// <summary>The same policy as an application would write it with lists and sets: no reasons, no missing people, people not matched.</summary>
internal static class ListedPolicy
{
    public static bool IsSatisfied(Ballot ballot, ApprovalExpression asks)
    {
        var contributors = ballot.Contributors.Hands.Select(hand => hand.Person).ToHashSet();
        var counted = ballot.Votes.Where(vote => vote.Seen == ballot.Content && vote.At + (ballot.Rule!.Validity ?? Duration.Zero) > ballot.Now && !contributors.Contains(vote.Voter)).ToList();
        var approving = counted.Where(vote => vote.Choice == VoteChoice.Approve).Select(vote => vote.Voter).ToHashSet();
        var rejecting = counted.Where(vote => vote.Choice == VoteChoice.Reject).Select(vote => vote.Voter).ToHashSet();
        return IsSatisfied(ballot.Directory!, approving, rejecting, asks);
    }

    private static bool IsSatisfied(DirectorySnapshot directory, HashSet<ActorId> approving, HashSet<ActorId> rejecting, ApprovalExpression asks) => asks switch
    {
        RoleApproves role => Members(directory, role.Role) is var members && members.Count(approving.Contains) >= role.Threshold.Of(members.Count),
        AllOf all => all.Of.All(part => IsSatisfied(directory, approving, rejecting, part)),
        InSequence sequence => sequence.Steps.All(part => IsSatisfied(directory, approving, rejecting, part)),
        AnyOf any => any.Of.Any(part => IsSatisfied(directory, approving, rejecting, part)),
        AtLeast some => some.Of.Count(part => IsSatisfied(directory, approving, rejecting, part)) >= some.Count,
        Distinct distinct => IsSatisfied(directory, approving, rejecting, distinct.Of),
        Vetoed veto => !Members(directory, veto.Role).Any(rejecting.Contains) && IsSatisfied(directory, approving, rejecting, veto.Of),
        _ => throw new ArgumentOutOfRangeException(nameof(asks)),
    };

    private static ValueList<ActorId> Members(DirectorySnapshot directory, RoleId role) => directory.Memberships.First(membership => membership.Role == role).Members;
}
