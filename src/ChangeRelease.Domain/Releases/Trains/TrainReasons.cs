using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Says why a train goes without somebody, and what would cure it (S-3).</summary>
internal static class TrainReasons
{
    public static IEnumerable<TrainPassenger> Unknown(TrainAttempt attempt) =>
        attempt.Manifest.Select(booking => booking.Passenger).Except(attempt.Facts.Readiness?.Select(one => one.Passenger) ?? []);

    public static Why BoardingOver(TrainAttempt attempt) => Why.Because(attempt.Stamp.At < attempt.Time!.CutOff
            ? $"Boarding of {TrainTime.Name(attempt.Time.Nominal)} was closed."
            : $"The cut-off of {TrainTime.Name(attempt.Time.Nominal)} was at {attempt.Time.CutOff.ToText()}, and it is {attempt.Stamp.At.ToText()}.")
        .CuredBy([.. Cures(attempt)]);

    public static Remedy Board(TrainAttempt attempt) => attempt.Soonest is { } next ? Remedy.Do($"Take the next departure, {next}") : Remedy.Do("Open a train that goes on");

    private static IEnumerable<Remedy> Cures(TrainAttempt attempt) => attempt.Aboard is null
        ? [Board(attempt), Remedy.Ask(TrainNeeds.Conductors, $"Ask someone who is {TrainNeeds.Conductors} for an exception, once boarding is closed")]
        : [Remedy.Ask(TrainNeeds.Conductors, $"Ask someone who is {TrainNeeds.Conductors} to take {attempt.Command.Who} off, once boarding is closed")];
}
