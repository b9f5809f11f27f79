using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Decides on a ledger's own commands: the one evaluator behind asking and doing (S-1). Pure (S-2).</summary>
public static class BookingDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="ledger">The ledger as it is; null when nothing happened in it yet.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when it is so already or the command had already taken effect (S-5), or every refusal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> or <paramref name="facts"/> is null.</exception>
    public static Decision<BookingEvent> Decide(BookingLedger? ledger, BookingCommand command, BookingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        var before = ledger ?? BookingLedger.Empty;
        return before.Applied.ContentOf(facts.Stamp.Command) is { } said ? Repeated(said, command, facts)
            : facts.Stamp.At < before.LastAt ? Decision.Refuse<BookingEvent>(BookingRefusals.TimeRunsBackwards(before.LastAt, facts.Stamp))
            : Take(new BookingAttempt(before, command, facts));
    }

    private static Decision<BookingEvent> Take(BookingAttempt attempt)
    {
        var refusals = Unmet.Of(attempt, attempt.Command.Asks(attempt));
        return refusals.Count > 0 ? Decision.Refuse<BookingEvent>(refusals) : Decision.Accept<BookingEvent>([.. Happened(attempt)]);
    }

    private static IEnumerable<BookingEvent> Happened(BookingAttempt attempt)
    {
        var basis = new BookingBasis(BookingJson.DigestOf(attempt.Command), attempt.Facts.Basis);
        return attempt.Command.Happened(attempt).Select(happened => happened with { Basis = basis });
    }

    private static Decision<BookingEvent> Repeated(Digest said, BookingCommand command, BookingFacts facts) => said == BookingJson.DigestOf(command)
        ? Decision.Accept<BookingEvent>()
        : Decision.Refuse<BookingEvent>(BookingRefusals.Reused(facts.Stamp.Command));
}
