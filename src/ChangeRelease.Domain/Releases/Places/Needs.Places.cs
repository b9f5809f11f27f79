using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of the environments' own ledgers. No built-in model asks for it; where a model does, its releases book there (S-51).</content>
public static partial class Needs
{
    /// <summary>It is known how many may be in each environment at once, and who is (S-4).</summary>
    public static Requirement<ReleaseAttempt> PlacesKnown { get; } =
        Need("release.place.unknown", "It is known how many may be in each environment at once.", attempt => !Unknown(attempt).Any())
            .Explains(attempt => Unknown(attempt).Select(environment => Why.Because($"It is not known how many may be in {environment} at once.").CuredBy(Remedy.Do($"Declare the capacity of {environment} in its ledger"))))
            .About(ReleaseParameters.Environment, ReleaseParameters.Stage);

    /// <summary>Each environment has a place left for the slots that are asked for; before production, from now on for as long as the effort says.</summary>
    public static Requirement<ReleaseAttempt> PlacesFree { get; } =
        Need("release.place.taken", "Each environment has a place left.", attempt => !Taken(attempt).Any())
            .Explains(Taken)
            .About(ReleaseParameters.Environment, ReleaseParameters.Slots)
            .After(PlacesKnown, Slots.EffortKnown);

    /// <summary>The release holds a place in each environment that it starts in, confirmed, and now is in its slot there.</summary>
    public static Requirement<ReleaseAttempt> PlacesBooked { get; } =
        Need("release.place.not-booked", "The release holds a place in each environment that it starts in, for now.", attempt => !NotBooked(attempt).Any())
            .Explains(attempt => NotBooked(attempt).Select(places => Why.Because($"The release holds no place in {places.Environment} at {attempt.Stamp.At.ToText()}.")
                .Seeing("held there", places.Own)
                .CuredBy(Remedy.Do("Reschedule: the booking was never confirmed, is gone, or is for another time"))))
            .About(ReleaseParameters.Stage)
            .After(PlacesKnown);

    internal static bool IsOfPlaces(RequirementRef asked) => asked.Code == PlacesFree.Code || asked.Code == PlacesBooked.Code;

    private static IEnumerable<EnvironmentId> Unknown(ReleaseAttempt attempt) => attempt.EnvironmentsAsked.Where(environment => attempt.PlacesIn(environment)?.Full is null);

    private static IEnumerable<Why> Taken(ReleaseAttempt attempt) => attempt.EnvironmentsAsked
        .Select(environment => attempt.PlacesIn(environment)!)
        .Where(places => !places.IsFree(attempt.PlacesAsked))
        .Select(places => Cured(Why.Because($"Others hold every place in {places.Environment}.").Seeing("full", places.Full), places, attempt));

    private static Why Cured(Why taken, EnvironmentPlaces places, ReleaseAttempt attempt) => attempt.Command is PromoteRelease
        ? taken.CuredFrom(FirstFree(places.Full!, attempt.PlacesAsked[0]))
        : taken.CuredBy(Remedy.Do($"Take slots in which {places.Environment} has a place left"));

    private static IEnumerable<EnvironmentPlaces> NotBooked(ReleaseAttempt attempt) => attempt.EnvironmentsAsked
        .Select(environment => attempt.PlacesIn(environment)!)
        .Where(places => !places.Own.Any(slot => slot.Contains(attempt.Stamp.At)));

    private static Instant FirstFree(ValueList<Slot> full, Slot asked) => full
        .Aggregate(asked.Start, (start, stretch) => stretch.End > start && stretch.Start < start + asked.Length ? stretch.End : start);
}
