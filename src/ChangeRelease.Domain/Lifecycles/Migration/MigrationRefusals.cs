using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Why a map does not move a subject (S-13).</summary>
internal static class MigrationRefusals
{
    public static Refusal AlreadyThere(Standing standing) => Refusal.Of(
        "lifecycle.migration.already-there",
        "The subject does not live under the definition yet.",
        Why.Because($"The subject lives under {standing.Definition} already.").Seeing("state", standing.State).CuredBy(Remedy.Do("Leave it as it is")));

    public static Refusal Elsewhere(Standing standing, MigrationMap map) => Refusal.Of(
        "lifecycle.migration.elsewhere",
        "The subject lives under the definition that the map leads from, hash included.",
        Why.Because($"The subject lives under {standing.Definition}, and the map leads from {map.From}.")
            .Seeing("state", standing.State)
            .CuredBy(Remedy.Do($"Write a map from {standing.Definition} to {map.To}")));

    public static Refusal StateForeign(Standing standing) => Refusal.Of(
        "lifecycle.migration.state-foreign",
        "The subject is in a state of the definition that it lives under.",
        Why.Because($"The definition {standing.Definition} has no state {standing.State} of {standing.State.Phase}.")
            .CuredBy(Remedy.Do("Find out what brought the subject there; its history does not fit its definition")));

    public static Refusal OriginForeign(Standing standing) => Refusal.Of(
        "lifecycle.migration.origin-foreign",
        "The subject came from a state of the definition that it lives under.",
        Why.Because($"The definition {standing.Definition} has no state {standing.Origin} of {standing.Origin!.Phase} to have come from.")
            .CuredBy(Remedy.Do("Find out what brought the subject there; its history does not fit its definition")));

    public static Refusal OriginMissing(State to) => Refusal.Of(
        "lifecycle.migration.origin-missing",
        "It is known where the subject came from, if it is to go back there.",
        Why.Because($"From {to} the subject goes back to where it came from, and that is not known.")
            .CuredBy(Remedy.Do("Take the subject up again before it is moved")));

    public static Refusal OriginStranded(Standing standing, State origin, Transition row) => Refusal.Of(
        "lifecycle.migration.origin-stranded",
        "The subject can go back to where it came from.",
        Why.Because($"The subject came from {standing.Origin} and would count as coming from {origin}, and {row.From} on {row.Trigger} has no way back for it.")
            .CuredBy(Remedy.Do("Take the subject up again before it is moved"), Remedy.Do($"Give that row a way for those from {origin}")));
}
