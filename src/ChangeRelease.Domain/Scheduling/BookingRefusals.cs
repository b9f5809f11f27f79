using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The refusals that come before any requirement is asked.</summary>
internal static class BookingRefusals
{
    public static Refusal Reused(CommandId command) => Refusal.Of(
        "booking.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal TimeRunsBackwards(Instant latest, Stamp stamp) => Refusal.Of(
        "booking.time.backwards",
        "Time does not run backwards in a ledger's history.",
        Why.Because($"The latest event is of {latest.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", latest.ToText())
            .CuredFrom(latest));
}
