using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The requirements on votes, the same for whatever is voted on; each subject gives them its own room in their codes.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class BallotNeeds<TAttempt>
{
    /// <summary>Makes the requirements of one kind of ballot.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="act">The second word of the codes, for example <c>authorization</c>.</param>
    /// <param name="ballot">Finds the ballot in an attempt.</param>
    /// <param name="stamp">Finds who acts, and when.</param>
    /// <param name="seen">Finds the digest that a vote names; null when the command is not a vote.</param>
    public BallotNeeds(string room, string act, Func<TAttempt, Ballot> ballot, Func<TAttempt, Stamp> stamp, Func<TAttempt, Digest?> seen)
    {
        PolicyKnown = Requirement.For<TAttempt>($"{room}.{act}.policy-missing")
            .Says("A policy names who must approve.")
            .IsMetWhen(attempt => ballot(attempt).Quorum is not null)
            .Explains(_ => Why.Because("No policy names who must approve, so nobody can.").CuredBy(Remedy.Do("Name the quorum for this class in the approval policy")));
        DirectoryKnown = Requirement.For<TAttempt>($"{room}.{act}.directory-missing")
            .Says("The directory says who is in which role.")
            .IsMetWhen(attempt => ballot(attempt).Directory is not null)
            .Explains(_ => Why.Because("The directory could not be looked up.").CuredBy(Remedy.Do("Try again when the directory answers")));
        Satisfied = Requirement.For<TAttempt>($"{room}.{act}.approvals-missing")
            .Says("Enough different people approved the present content, and none of them had a hand in it.")
            .IsMetWhen(attempt => ballot(attempt).Count().IsSatisfied)
            .Explains(attempt => Short(ballot(attempt).Count()))
            .After(PolicyKnown, DirectoryKnown);
        Lapsed = Requirement.For<TAttempt>($"{room}.{act}.still-stands")
            .Says("An approval expired, or its giver is no longer eligible.")
            .IsMetWhen(attempt => !ballot(attempt).Count().IsSatisfied)
            .Explains(attempt => Why.Because("The approvals still stand; there is nothing to authorize anew.").Seeing("approvers", ballot(attempt).Count().Approvers)
                .CuredBy(Remedy.Do("Go on: the approvals hold")))
            .After(PolicyKnown, DirectoryKnown);
        VoterIsPerson = Requirement.For<TAttempt>($"{room}.{act}.voter-not-a-person")
            .Says("A person votes, not a service account.")
            .IsMetWhen(attempt => !stamp(attempt).Actor.IsService)
            .Explains(attempt => Why.Because($"{stamp(attempt).Actor} is a service account, and only people fill a quorum of people.").CuredBy(Remedy.Do("Let a person vote")));
        VoterEligible = Requirement.For<TAttempt>($"{room}.{act}.voter-not-eligible")
            .Says("The voter is in the role that the quorum asks for.")
            .IsMetWhen(attempt => ballot(attempt).Directory!.Has(stamp(attempt).Actor.Id, ballot(attempt).Quorum!.Role))
            .Explains(attempt => Ineligible(ballot(attempt), stamp(attempt).Actor))
            .After(PolicyKnown, DirectoryKnown);
        VoterIndependent = Requirement.For<TAttempt>($"{room}.{act}.voter-contributed")
            .Says("The voter had no hand in what is voted on.")
            .IsMetWhen(attempt => !ballot(attempt).Contributors.Include(stamp(attempt).Actor.Id))
            .Explains(attempt => Contributed(ballot(attempt), stamp(attempt).Actor));
        VoteSeesContent = Requirement.For<TAttempt>($"{room}.{act}.vote-sees-other-content")
            .Says("The vote names the present content.")
            .IsMetWhen(attempt => seen(attempt) == ballot(attempt).Content)
            .AboutTheCommand()
            .Explains(attempt => Why.Because("The vote names another content than the present one.")
                .Seeing("seen", seen(attempt)?.Abbreviated)
                .Seeing("present", ballot(attempt).Content.Abbreviated)
                .CuredBy(Remedy.Do($"Look at the present content and vote on {ballot(attempt).Content.Abbreviated}")));
        VoterHasNotVoted = Requirement.For<TAttempt>($"{room}.{act}.voted-already")
            .Says("The voter has no other vote that stands.")
            .IsMetWhen(attempt => !ballot(attempt).Votes.Any(vote => vote.Voter == stamp(attempt).Actor.Id))
            .CuredBy(Remedy.Do("Withdraw the vote that stands, then vote again"));
        VoterHasVoted = Requirement.For<TAttempt>($"{room}.{act}.vote-missing")
            .Says("The voter has a vote that stands.")
            .IsMetWhen(attempt => ballot(attempt).Votes.Any(vote => vote.Voter == stamp(attempt).Actor.Id))
            .Explains(attempt => Why.Because($"No vote of {stamp(attempt).Actor.Id} stands, so there is none to withdraw.").CuredBy(Remedy.Do("Cast a vote first")));
    }

    /// <summary>All of them, for a vocabulary.</summary>
    public ValueList<Requirement<TAttempt>> All =>
    [
        PolicyKnown, DirectoryKnown, Satisfied, Lapsed, VoterIsPerson, VoterEligible, VoterIndependent,
        VoteSeesContent, VoterHasNotVoted, VoterHasVoted,
    ];

    /// <summary>A policy names who must approve (S-8).</summary>
    public Requirement<TAttempt> PolicyKnown { get; }

    /// <summary>The directory says who is in which role (S-4).</summary>
    public Requirement<TAttempt> DirectoryKnown { get; }

    /// <summary>Enough different people approved the present content (S-21 to S-25).</summary>
    public Requirement<TAttempt> Satisfied { get; }

    /// <summary>An approval expired, or its giver is no longer eligible (S-25).</summary>
    public Requirement<TAttempt> Lapsed { get; }

    /// <summary>A person votes, not a service account (S-24).</summary>
    public Requirement<TAttempt> VoterIsPerson { get; }

    /// <summary>The voter is in the role that the quorum asks for (S-22).</summary>
    public Requirement<TAttempt> VoterEligible { get; }

    /// <summary>The voter had no hand in what is voted on (S-24).</summary>
    public Requirement<TAttempt> VoterIndependent { get; }

    /// <summary>The vote names the present content (S-23).</summary>
    public Requirement<TAttempt> VoteSeesContent { get; }

    /// <summary>One person, one voice (S-22).</summary>
    public Requirement<TAttempt> VoterHasNotVoted { get; }

    /// <summary>There is a vote to withdraw (S-25).</summary>
    public Requirement<TAttempt> VoterHasVoted { get; }

    private static Why Short(Tally tally)
    {
        var why = Why.Because($"{tally.Approvers.Count} of {tally.Quorum.Approvers} approvals count; {tally.Missing} more of {tally.Quorum.Role} must approve.")
            .Seeing("quorum", tally.Quorum)
            .Seeing("approved by", tally.Approvers);
        why = tally.Struck.Aggregate(why, (so, struck) => so.Seeing($"vote of {struck.Vote.Voter} does not count", struck.Why));
        return why.CuredBy(tally.IsUnreachable
            ? Remedy.Ask(tally.Quorum.Role, $"Bring {tally.Missing - tally.Open.Count} more independent members into {tally.Quorum.Role}; only {tally.Open.Count} could still approve")
            : Remedy.Ask(tally.Quorum.Role, $"Ask {People.Choose(tally.Missing, tally.Open)} to approve"));
    }

    private static Why Ineligible(Ballot ballot, Actor actor) =>
        Why.Because($"{actor.Id} is not in {ballot.Quorum!.Role}.")
            .Seeing("quorum", ballot.Quorum)
            .CuredBy(Remedy.Ask(ballot.Quorum.Role, $"Ask {People.Choose(1, ballot.Directory!.MembersOf(ballot.Quorum.Role))} to vote"));

    private static Why Contributed(Ballot ballot, Actor actor) =>
        Why.Because($"{actor.Id} had a hand in it and cannot judge it.")
            .Seeing("chain", string.Join("; ", ballot.Contributors.Of(actor.Id).Select(hand => $"{hand.Person}: {hand.Part}")))
            .CuredBy(Remedy.Do("Ask someone who had no hand in it"));
}
