using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The refusal of what a table does not know: never the same code as a requirement that is not met (S-4).</summary>
internal static class Undefined
{
    /// <summary>The code of "no such transition", which no requirement may take for itself.</summary>
    public const string Code = "lifecycle.transition.undefined";

    public static Refusal Transition<TAttempt>(Lifecycle<TAttempt> lifecycle, State from, Trigger trigger)
    {
        var place = lifecycle.At(from);
        return Refusal.Of(
            Code,
            "The lifecycle has a row for the trigger in this state.",
            Why.Because($"The lifecycle {lifecycle.Description.Id} has no {(place is null ? $"state {from}" : $"transition for {trigger} in {from}")}.")
                .Seeing("definition", lifecycle.Reference)
                .Seeing("state", from)
                .Seeing("trigger", trigger)
                .CuredBy(Remedy.Do(WayOn(place, from))));
    }

    public static Refusal Definition<TAttempt>(Lifecycle<TAttempt> lifecycle, Standing standing) => Refusal.Of(
        "lifecycle.definition.other",
        "The subject lives under the definition that is asked.",
        Why.Because($"The subject lives under {standing.Definition}, and {lifecycle.Reference} was asked.")
            .Seeing("subject's definition", standing.Definition)
            .Seeing("asked", lifecycle.Reference)
            .CuredBy(Remedy.Do($"Ask {standing.Definition}"), Remedy.Do($"Migrate the subject to {lifecycle.Reference}")));

    public static Refusal Origin<TAttempt>(Lifecycle<TAttempt> lifecycle, State from, Trigger trigger) => Refusal.Of(
        "lifecycle.origin.unknown",
        "It is known where the subject came from, and there is a way back.",
        Why.Because($"{trigger} leads from {from} back to where the subject came from, and that is not known, or is a state without a way back.")
            .Seeing("definition", lifecycle.Reference)
            .Seeing("ways back", lifecycle.At(from)!.Row(trigger)!.Outcomes.Select(outcome => outcome.To.Name).ToValueList())
            .CuredBy(Remedy.Do("Keep with the subject the state that it is put aside from")));

    private static string WayOn<TAttempt>(Place<TAttempt>? place, State from) => place switch
    {
        null => $"Ask the definition that {from} belongs to",
        { Triggers: { Count: > 0 } known } => $"From {from} take one of {string.Join(", ", known)}",
        _ => $"Nothing leads on from {from}; open another one",
    };
}
