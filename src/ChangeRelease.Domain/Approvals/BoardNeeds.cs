using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The requirements on a board's decision, beside those on every vote; the same for whatever is decided on (S-22).</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class BoardNeeds<TAttempt>
{
    private readonly BallotNeeds<TAttempt> _votes;
    private readonly Func<TAttempt, Ballot> _ballot;
    private readonly Func<TAttempt, Stamp> _stamp;
    private readonly Func<TAttempt, BoardId?> _board;
    private readonly string _codes;

    /// <summary>Makes the requirements of one kind of ballot.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="act">The second word of the codes, for example <c>authorization</c>.</param>
    /// <param name="votes">The requirements on votes of the same ballot.</param>
    /// <param name="ballot">Finds the ballot in an attempt.</param>
    /// <param name="stamp">Finds who acts, and when.</param>
    /// <param name="board">Finds the board that the command names; null when it names none.</param>
    /// <param name="paper">Finds the decision that the command records; null when it records none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="votes"/> is null.</exception>
    public BoardNeeds(
        string room, string act, BallotNeeds<TAttempt> votes, Func<TAttempt, Ballot> ballot, Func<TAttempt, Stamp> stamp, Func<TAttempt, BoardId?> board, Func<TAttempt, BoardPaper?> paper)
    {
        ArgumentNullException.ThrowIfNull(votes);
        (_codes, _votes, _ballot, _stamp, _board) = ($"{room}.{act}", votes, ballot, stamp, board);
        Asked = Need("board-not-asked", "The policy asks the board.", attempt => board(attempt) is { } asked && ballot(attempt).Count().Asks(asked))
            .Explains(attempt => Why.Because($"The policy asks for {ballot(attempt).Rule!.Asks}, and not for {Named(attempt)}.")
                .CuredBy(Remedy.Do("Let those decide whom the policy asks for"), Remedy.Do("Bring the board into what the policy asks for")))
            .After(votes.PolicyKnown, votes.DirectoryKnown);
        Known = Need("board-unknown", "The directory knows the board, once.", attempt => Seat(attempt) is not null)
            .Explains(attempt => Why.Because(FormattableString.Invariant($"The directory knows {Boards(attempt).Count} boards called {board(attempt)}, and one is needed.")).CuredBy(Remedy.Do("Name the board in the directory, once")))
            .After(votes.DirectoryKnown);
        Turn = Need("board-not-in-turn", "What comes before the board in the sequence is satisfied.", attempt => ballot(attempt).Count().AsksNow(board(attempt)!))
            .Explains(attempt => Why.Because($"The policy asks for {ballot(attempt).Rule!.Asks}, and it is not yet the turn of the board {board(attempt)}.")
                .Seeing("so far", ballot(attempt).Count().Progress)
                .CuredBy(Remedy.Do("Decide when the steps before are satisfied")))
            .After(Asked);
        Recorder = Need("recorder-not-eligible", "The chair or the secretary of the board records what it decides.", attempt => ballot(attempt).Directory!.Has(Person(attempt), Seat(attempt)!.Recorders))
            .Explains(attempt => Why.Because($"{Person(attempt)} is not in {Seat(attempt)!.Recorders}, who record what the board {board(attempt)} decides.")
                .CuredBy(Remedy.Ask(Seat(attempt)!.Recorders, $"Ask {People.Choose(1, ballot(attempt).Directory!.PeopleIn(Seat(attempt)!.Recorders))} to record it")))
            .After(Known, votes.VoterIsPerson);
        DeciderIndependent = Need("decider-contributed", "Who decides alone, or records what others decide, had no hand in it.", attempt => !votes.Hands(attempt).Any())
            .Explains(attempt => BallotReasons.Contributed(ballot(attempt), votes.Hands(attempt), stamp(attempt).Actor));
        Undecided = Need("board-decided-already", "No decision of the board stands.", attempt => board(attempt) is not null && Standing(attempt) is null)
            .Explains(attempt => Why.Because(board(attempt) is null ? "No board is named." : $"The board {board(attempt)} decided already.").Seeing("decision", Standing(attempt)).CuredBy(Remedy.Do("Withdraw the decision that stands, then record the new one")));
        Decided = Need("board-decision-missing", "A decision of the board stands.", attempt => Standing(attempt) is not null)
            .Explains(attempt => Why.Because($"No decision of {Named(attempt)} stands, so there is none to withdraw.").CuredBy(Remedy.Do("Record a decision first")));
        Quorum = Need("board-quorum-missing", "Enough members of the board attended who had no hand in it.", attempt => paper(attempt) is { } decision && QuorumOf(attempt, decision).IsReached)
            .Explains(attempt => Short(Seat(attempt)!, QuorumOf(attempt, paper(attempt))))
            .After(Known);
    }

    /// <summary>All that are not among the requirements on votes, for a vocabulary.</summary>
    public ValueList<Requirement<TAttempt>> All => [Asked, Known, Turn, Recorder, DeciderIndependent, Undecided, Decided, Quorum];

    /// <summary>What recording a decision asks for.</summary>
    public ValueList<Requirement<TAttempt>> Recording => [_votes.VoterIsPerson, DeciderIndependent, _votes.VoteSeesContent, Asked, Turn, Recorder, Undecided, Quorum];

    /// <summary>What withdrawing a decision asks for, beside a reason: who had a hand in the subject takes no rejection back, either (S-8).</summary>
    public ValueList<Requirement<TAttempt>> Withdrawing => [_votes.VoterIsPerson, DeciderIndependent, Recorder, Decided];

    /// <summary>The policy asks the board (S-22).</summary>
    public Requirement<TAttempt> Asked { get; }

    /// <summary>The directory knows the board, once (S-4).</summary>
    public Requirement<TAttempt> Known { get; }

    /// <summary>It is the board's turn (S-22).</summary>
    public Requirement<TAttempt> Turn { get; }

    /// <summary>The chair or the secretary records what the board decides (S-22).</summary>
    public Requirement<TAttempt> Recorder { get; }

    /// <summary>Who decides alone, or records what others decide, had no hand in it (S-24).</summary>
    public Requirement<TAttempt> DeciderIndependent { get; }

    /// <summary>A board votes once (S-22).</summary>
    public Requirement<TAttempt> Undecided { get; }

    /// <summary>There is a decision to withdraw (S-25).</summary>
    public Requirement<TAttempt> Decided { get; }

    /// <summary>Enough members attended who had no hand in it (S-22, S-24).</summary>
    public Requirement<TAttempt> Quorum { get; }

    // Every one of them reads which board the command names.
    private Requirement<TAttempt> Need(string problem, string sentence, Func<TAttempt, bool> isMet) =>
        Requirement.For<TAttempt>($"{_codes}.{problem}").Says(sentence).IsMetWhen(isMet).AboutTheCommand();

    private static Why Short(Board board, BoardQuorum quorum)
    {
        var enough = quorum.Absent.Count >= quorum.Missing;
        return Why.Because(FormattableString.Invariant($"The board {board.Id} decides with {quorum.Need} members who had no hand in it, and {quorum.Counting.Count} attended: {quorum.Missing} missing."))
            .Seeing("attended", quorum.Counting)
            .Seeing("struck out", string.Join("; ", quorum.Struck))
            .CuredBy(enough
                ? Remedy.Ask(board.Members, $"Have {People.Choose(quorum.Missing, quorum.Absent)} attend, too, and decide then")
                : Remedy.Do($"Bring more people without a hand in it into {board.Members}"));
    }

    private BoardQuorum QuorumOf(TAttempt attempt, BoardPaper? decision) =>
        BoardQuorum.Of(Seat(attempt)!, _ballot(attempt).Directory!, _ballot(attempt).Contributors, decision?.Attendance ?? []);

    private string Named(TAttempt attempt) => _board(attempt) is { } board ? $"the board {board}" : "a board that is not named";

    private ValueList<Board> Boards(TAttempt attempt) => _board(attempt) is { } id ? _ballot(attempt).Directory!.BoardsCalled(id) : [];

    private Board? Seat(TAttempt attempt) => Boards(attempt) is [var only] ? only : null;

    private ActorId? Person(TAttempt attempt) => _ballot(attempt).Directory!.PersonBehind(_stamp(attempt).Actor);

    private Vote? Standing(TAttempt attempt) =>
        _board(attempt) is { } board ? _ballot(attempt).Votes.FirstOrDefault(vote => vote.Board?.Board == board) : null;
}
