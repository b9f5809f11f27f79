using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>What is said when votes do not do.</summary>
internal static class BallotReasons
{
    private const int MostRemedies = 3;

    public static Why Short(Tally tally)
    {
        var why = Why.Because(tally.Standing == TallyStanding.Unreachable
                ? $"The policy asks for {tally.Rule.Asks}, and that can no longer be reached: {string.Join("; ", tally.Obstacles)}."
                : $"The policy asks for {tally.Rule.Asks}. Approved so far: {string.Join("; ", tally.Progress)}.")
            .Seeing("asked for", tally.Rule.Asks)
            .Seeing("approved by", tally.Approvers);
        why = tally.Struck.Aggregate(why, (so, struck) => so.Seeing($"vote of {struck.Vote.Voter} does not count", struck.Why));
        return tally.Standing == TallyStanding.Unreachable ? why.CuredBy(Beyond(tally)) : Completing(why, tally.Missing());
    }

    public static Why Ineligible(Tally tally, Actor actor) => Asking(
        Why.Because($"The policy asks for {tally.Rule.Asks}, and {actor.Id} neither is among them nor stands in for one of them."), tally);

    public static Why OtherSeat(Tally tally, ActorId seat, IEnumerable<ActorId> seats) => seats.Where(tally.Asks).ToList() is { Count: > 0 } asked
        ? Why.Because($"The policy asks for {tally.Rule.Asks}, and {seat} is not among them.").CuredBy(Remedy.Do($"Vote on behalf of {string.Join(" or ", asked)}"))
        : Asking(Why.Because($"The policy asks for {tally.Rule.Asks}, and {seat} is not among them."), tally);

    public static Why NotYet(Tally tally, ActorId seat) => Why.Because($"The policy asks for {tally.Rule.Asks}, and it is not yet the turn of {seat}.")
        .Seeing("so far", tally.Progress)
        .CuredBy(Remedy.Do("Vote when the steps before are satisfied"));

    public static Why Contributed(Ballot ballot, IEnumerable<ActorId> hands, Actor actor)
    {
        var chain = string.Join("; ", hands.Select(ballot.Contributors.ChainOf));
        return Why.Because($"{actor.Id} had a hand in it and cannot judge it ({chain}).")
            .Seeing("chain", chain)
            .CuredBy(Remedy.Do("Ask someone who had no hand in it"));
    }

    public static Why OtherContent(Ballot ballot, Digest? seen) =>
        Why.Because("The vote names another content than the present one.")
            .Seeing("seen", seen?.Abbreviated)
            .Seeing("present", ballot.Content.Abbreviated)
            .CuredBy(Remedy.Do($"Look at the present content and vote on {ballot.Content.Abbreviated}"));

    private static Why Asking(Why why, Tally tally) => why.CuredBy(tally.AskedPeople is { Count: > 0 } people
        ? Remedy.Do($"Ask {People.Choose(1, people)} to vote")
        : Remedy.Do("Bring somebody into what the policy asks for"));

    private static Why Completing(Why why, MissingApprovals missing)
    {
        var (listed, more) = (missing.Sets.Take(MostRemedies).ToList(), missing.Sets.Count > MostRemedies || missing.IsCut);
        return listed.Aggregate(more ? why.Seeing("further ways to complete it", missing.IsCut ? "yes, not all looked at" : missing.Sets.Count - MostRemedies) : why,
            (so, set) => so.CuredBy(Remedy.Do($"Ask {string.Join(" and ", set)} to approve")));
    }

    private static Remedy Beyond(Tally tally) => Remedy.Do(tally.Struck.Count > 0
        ? "Let those whose votes do not count vote anew where they may, or bring more people without a hand in it into what the policy asks for"
        : "Have rejections withdrawn, or bring more people without a hand in it into what the policy asks for");
}
