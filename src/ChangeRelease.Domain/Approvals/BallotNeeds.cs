using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The requirements on votes, the same for whatever is voted on; each subject gives them its own room in their codes.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class BallotNeeds<TAttempt>
{
    private readonly Func<TAttempt, Ballot> _ballot;
    private readonly Func<TAttempt, Stamp> _stamp;
    private readonly Func<TAttempt, VotingPaper?> _paper;
    private readonly string _codes;

    /// <summary>Makes the requirements of one kind of ballot.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="act">The second word of the codes, for example <c>authorization</c>.</param>
    /// <param name="ballot">Finds the ballot in an attempt.</param>
    /// <param name="stamp">Finds who acts, and when.</param>
    /// <param name="paper">Finds what the command says of a vote; null when it is none.</param>
    public BallotNeeds(string room, string act, Func<TAttempt, Ballot> ballot, Func<TAttempt, Stamp> stamp, Func<TAttempt, VotingPaper?> paper)
    {
        (_codes, _ballot, _stamp, _paper) = ($"{room}.{act}", ballot, stamp, paper);
        PolicyKnown = Need("policy-missing", "A policy names who must approve.", attempt => ballot(attempt).Rule is not null)
            .Explains(_ => Why.Because("No policy names who must approve, so nobody can.").CuredBy(Remedy.Do("Name in the approval policy, once, who must approve this class")));
        DirectoryKnown = Need("directory-missing", "The directory says who is in which role.", attempt => ballot(attempt).Directory is not null)
            .Explains(_ => Why.Because("The directory could not be looked up.").CuredBy(Remedy.Do("Try again when the directory answers")));
        Satisfied = Need("approvals-missing", "Those whom the policy asks approved the present content, and none of them had a hand in it.", attempt => ballot(attempt).Count().IsSatisfied)
            .Explains(attempt => BallotReasons.Short(ballot(attempt).Count()))
            .After(PolicyKnown, DirectoryKnown);
        Lapsed = Need("still-stands", "An approval expired, or its giver is no longer eligible.", attempt => !ballot(attempt).Count().IsSatisfied)
            .Explains(attempt => Why.Because("The approvals still stand; there is nothing to authorize anew.").Seeing("approvers", ballot(attempt).Count().Approvers)
                .CuredBy(Remedy.Do("Go on: the approvals hold")))
            .After(PolicyKnown, DirectoryKnown);
        VoterIsPerson = Need("voter-not-a-person", "A person votes, in person or by a service account that they answer for.", attempt => Person(attempt) is not null)
            .Explains(attempt => Why.Because($"No person's voice is behind {stamp(attempt).Actor}, and only people fill a quorum of people.").CuredBy(Remedy.Do("Let a person vote")));
        VoterEligible = Need("voter-not-eligible", "The policy asks the voter, or someone whom the voter stands in for.", attempt => Seats(attempt).Any(ballot(attempt).Count().Asks))
            .Explains(attempt => BallotReasons.Ineligible(ballot(attempt).Count(), stamp(attempt).Actor))
            .After(PolicyKnown, DirectoryKnown, VoterIsPerson);
        VoterIndependent = Need("voter-contributed", "The voter had no hand in what is voted on, unless the vote is against it.", attempt => paper(attempt) is { Choice: VoteChoice.Reject } || !Hands(attempt).Any())
            .AboutTheCommand()
            .Explains(attempt => BallotReasons.Contributed(ballot(attempt), Hands(attempt), stamp(attempt).Actor));
        VoterHasNotVoted = Need("voted-already", "The voter has no other vote that stands.", attempt => !HasVoted(attempt))
            .CuredBy(Remedy.Do("Withdraw the vote that stands, then vote again"));
        VoterHasVoted = Need("vote-missing", "The voter has a vote that stands.", HasVoted)
            .Explains(attempt => Why.Because($"No vote of {stamp(attempt).Actor.Id} stands, so there is none to withdraw.").CuredBy(Remedy.Do("Cast a vote first")));
        VoteSeesContent = Need("vote-sees-other-content", "The vote names the present content.", attempt => paper(attempt)?.Seen == ballot(attempt).Content)
            .AboutTheCommand()
            .Explains(attempt => BallotReasons.OtherContent(ballot(attempt), paper(attempt)?.Seen));
        DelegationHolds = Need("delegation-missing", "Whoever the voter stands in for lets them, now, directly or along a chain.", attempt => Seat(attempt) is not { } seat || Person(attempt) is not { } voter || Delegations(attempt).Chain(seat, voter) is not null)
            .AboutTheCommand()
            .Explains(attempt => Why.Because($"No delegation that holds now leads from {Seat(attempt)} to {Person(attempt)}.").CuredBy(Remedy.Do($"Let {Seat(attempt)} vote, or delegate")))
            .After(DirectoryKnown);
        DelegationAcyclic = Need("delegation-cyclic", "The delegations that the voice comes along lead in no circle.", attempt => Seat(attempt) is not { } seat || Delegations(attempt).Cycle(seat) is null)
            .AboutTheCommand()
            .Explains(attempt => Why.Because($"The delegations lead in a circle: {string.Join(" → ", Delegations(attempt).Cycle(Seat(attempt)!)!)}.").CuredBy(Remedy.Do("End one of these delegations")))
            .After(DirectoryKnown);
        SeatEligible = Need("seat-not-eligible", "The policy asks the one whose voice is used.", attempt => SeatOf(attempt) is not { } seat || ballot(attempt).Count().Asks(seat))
            .AboutTheCommand()
            .Explains(attempt => BallotReasons.OtherSeat(ballot(attempt).Count(), SeatOf(attempt)!, Seats(attempt)))
            .After(VoterEligible);
        SeatSilent = Need("seat-spoken", "Nobody used the voice of whoever the voter stands in for.", attempt => Seat(attempt) is not { } seat || !ballot(attempt).Votes.Any(vote => vote.Board is null && vote.Seat == seat))
            .AboutTheCommand()
            .Explains(attempt => Why.Because($"The voice of {Seat(attempt)} was used already.").Seeing("vote", ballot(attempt).Votes.First(vote => vote.Board is null && vote.Seat == Seat(attempt)))
                .CuredBy(Remedy.Do("Have that vote withdrawn, then vote again")));
        StepOpen = Need("step-not-open", "What comes before in the sequence is satisfied.", attempt => SeatOf(attempt) is not { } seat || ballot(attempt).Count().AsksNow(seat))
            .AboutTheCommand()
            .Explains(attempt => BallotReasons.NotYet(ballot(attempt).Count(), SeatOf(attempt)!))
            .After(SeatEligible);
    }

    /// <summary>All of them, for a vocabulary.</summary>
    public ValueList<Requirement<TAttempt>> All =>
    [
        PolicyKnown, DirectoryKnown, Satisfied, Lapsed, VoterHasVoted, .. Voting,
    ];

    /// <summary>What casting a vote asks for.</summary>
    public ValueList<Requirement<TAttempt>> Voting =>
    [
        VoterIsPerson, VoterEligible, VoterIndependent, VoteSeesContent, VoterHasNotVoted,
        DelegationHolds, DelegationAcyclic, SeatEligible, SeatSilent, StepOpen,
    ];

    /// <summary>A policy names who must approve (S-8).</summary>
    public Requirement<TAttempt> PolicyKnown { get; }

    /// <summary>The directory says who is in which role (S-4).</summary>
    public Requirement<TAttempt> DirectoryKnown { get; }

    /// <summary>Those whom the policy asks approved the present content (S-21 to S-25).</summary>
    public Requirement<TAttempt> Satisfied { get; }

    /// <summary>An approval expired, or its giver is no longer eligible (S-25).</summary>
    public Requirement<TAttempt> Lapsed { get; }

    /// <summary>A person votes, in person or by a service account that they answer for (S-24).</summary>
    public Requirement<TAttempt> VoterIsPerson { get; }

    /// <summary>The policy asks the voter, or someone whom the voter stands in for (S-22).</summary>
    public Requirement<TAttempt> VoterEligible { get; }

    /// <summary>The voter had no hand in what is voted on, or votes against it: nobody counts as approver of their own, and nobody is silenced by being made a contributor (S-8, S-24).</summary>
    public Requirement<TAttempt> VoterIndependent { get; }

    /// <summary>The vote names the present content (S-23).</summary>
    public Requirement<TAttempt> VoteSeesContent { get; }

    /// <summary>One person, one voice (S-22).</summary>
    public Requirement<TAttempt> VoterHasNotVoted { get; }

    /// <summary>There is a vote to withdraw (S-25).</summary>
    public Requirement<TAttempt> VoterHasVoted { get; }

    /// <summary>Whoever the voter stands in for lets them (S-22).</summary>
    public Requirement<TAttempt> DelegationHolds { get; }

    /// <summary>Delegations lead in no circle (S-22).</summary>
    public Requirement<TAttempt> DelegationAcyclic { get; }

    /// <summary>The policy asks the one whose voice is used (S-22).</summary>
    public Requirement<TAttempt> SeatEligible { get; }

    /// <summary>Nobody used that voice yet; whoever it belongs to may always speak for themselves (S-22).</summary>
    public Requirement<TAttempt> SeatSilent { get; }

    /// <summary>It is the turn of the one whose voice is used (S-22).</summary>
    public Requirement<TAttempt> StepOpen { get; }

    private Requirement<TAttempt> Need(string problem, string sentence, Func<TAttempt, bool> isMet) =>
        Requirement.For<TAttempt>($"{_codes}.{problem}").Says(sentence).IsMetWhen(isMet);

    private ActorId? Person(TAttempt attempt)
    {
        var actor = _stamp(attempt).Actor;
        return _ballot(attempt).Directory is { } directory ? directory.PersonBehind(actor) : actor.Person;
    }

    private Delegations Delegations(TAttempt attempt) => _ballot(attempt).Directory!.DelegationsAt(_stamp(attempt).At);

    private IEnumerable<ActorId> Seats(TAttempt attempt) => Delegations(attempt).SeatsOf(Person(attempt)!);

    // Whom the voter stands in for; null for a voter who uses their own voice.
    private ActorId? Seat(TAttempt attempt) => _paper(attempt)?.OnBehalfOf is { } seat && seat != Person(attempt) ? seat : null;

    private ActorId? SeatOf(TAttempt attempt) => _paper(attempt) is null ? null : Seat(attempt) ?? Person(attempt);

    private bool HasVoted(TAttempt attempt) => Voter(attempt) is var voter && _ballot(attempt).Votes.Any(vote => vote.Board is null && vote.Voter == voter);

    private ActorId Voter(TAttempt attempt) => _stamp(attempt).Actor.Voice;

    internal IEnumerable<ActorId> Hands(TAttempt attempt) =>
        new[] { _stamp(attempt).Actor.Id, Voter(attempt), _paper(attempt)?.OnBehalfOf }.OfType<ActorId>().Distinct().Where(_ballot(attempt).Contributors.Include);
}
