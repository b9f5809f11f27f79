using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Which changes a board decides on next, and in which order.</summary>
/// <remarks>
/// A change is on it when it waits for this board: its state takes a board's decision, the policy asks this board, it is the
/// board's turn, no decision of the board stands, and the terms do not leave it out. What cannot be known, policy or directory, puts nothing on it.
/// </remarks>
/// <param name="Terms">On which conditions.</param>
/// <param name="Items">The changes, in the order of a <see cref="Backlog"/>.</param>
/// <param name="LeftOut">The changes that wait for the board and are not on the agenda, in the same order.</param>
public sealed record BoardAgenda(AgendaTerms Terms, ValueList<AgendaItem> Items, ValueList<AgendaLeftOut> LeftOut)
{
    /// <summary>Works the agenda out.</summary>
    /// <param name="terms">On which conditions.</param>
    /// <param name="changes">The changes that might be on it; each once.</param>
    /// <param name="facts">Policy, directory and models, as for deciding; the stamp's instant is the one that it holds for.</param>
    /// <param name="table">The priority table, which orders them as it orders a backlog.</param>
    /// <returns>The agenda.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A change is named twice.</exception>
    public static BoardAgenda Of(AgendaTerms terms, IEnumerable<ChangeRequest> changes, ChangeFacts facts, PriorityTable table)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(table);
        var all = changes.ToList();
        if (all.DistinctBy(change => change.Id).Count() < all.Count)
        {
            throw new ArgumentException("A change is named twice.", nameof(changes));
        }

        var waiting = all
            .Select(change => (Change: change, Board: BoardOf(change, terms.Board, facts)))
            .Where(found => found.Board is not null)
            .Select(found => (found.Change, found.Board, Entry: BacklogEntry.Of(found.Change, table)))
            .OrderBy(found => found.Entry)
            .Select(found => (Item: new AgendaItem(found.Entry.Id, found.Entry.Priority, found.Entry.Since, found.Change.Version, found.Change.Digest, found.Board!), Why: WhyNot(found.Change, terms)))
            .ToList();
        return new BoardAgenda(
            terms,
            waiting.Where(found => found.Why is null).Select(found => found.Item).ToValueList(),
            waiting.Where(found => found.Why is not null).Select(found => new AgendaLeftOut(found.Item, found.Why!)).ToValueList());
    }

    // What the quorum would be if everybody attended; null when the change does not wait for the board.
    private static BoardQuorum? BoardOf(ChangeRequest change, BoardId id, ChangeFacts facts)
    {
        if (facts.Models.Find(change.Model) is not { } model || model.Lifecycle.At(change.Status)?.Row(ChangeTriggers.RecordDecision) is null)
        {
            return null;
        }

        var ballot = new ChangeAttempt(change, new ActOnChange(ChangeTriggers.RecordDecision), facts, model).Ballot;
        return ballot is { Rule: not null, Directory: { } directory }
            && directory.BoardsCalled(id) is [var board]
            && !change.Votes.Any(vote => vote.Board?.Board == id)
            && ballot.Count() is var tally && tally.Asks(id) && tally.AsksNow(id)
                ? BoardQuorum.Of(board, directory, ballot.Contributors, directory.PeopleIn(board.Members).ToValueList())
                : null;
    }

    private static string? WhyNot(ChangeRequest change, AgendaTerms terms) => change.Content switch
    {
        _ when terms.CutOff is { } cutOff && change.Since >= cutOff => $"it waits since {change.Since.ToText()}, and the agenda was closed at {cutOff.ToText()}",
        { Assessment.Risk: var risk } when risk < terms.LeastRisk => $"its risk is {risk}, and the board looks at {terms.LeastRisk} and above",
        { Services: { Count: > 0 } services } when terms.Services.Count > 0 && !services.Intersect(terms.Services).Any() => $"it affects {services}, and the board looks at {terms.Services}",
        _ => null,
    };
}

/// <summary>A change that a board decides on next.</summary>
/// <param name="Change">The change.</param>
/// <param name="Priority">Its priority; null when it is not known, and then it comes last.</param>
/// <param name="Since">Since when it waits as it is.</param>
/// <param name="Version">The version of the change that the agenda was worked out from.</param>
/// <param name="Content">The digest of its content: what a decision names.</param>
/// <param name="IfAllAttend">The quorum if all members attended: who would be struck out, and whether the board can decide at all.</param>
public sealed record AgendaItem(ChangeId Change, Priority? Priority, Instant Since, long Version, Digest Content, BoardQuorum IfAllAttend);

/// <summary>A change that waits for a board and is not on the agenda.</summary>
/// <param name="Item">The change.</param>
/// <param name="Why">Why not, as the rest of a sentence.</param>
public sealed record AgendaLeftOut(AgendaItem Item, string Why);
