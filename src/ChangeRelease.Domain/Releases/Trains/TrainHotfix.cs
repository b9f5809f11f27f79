using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A release that went beside the train: whoever is aboard a departure that it overtook has to take it in.</summary>
/// <param name="Release">The release.</param>
/// <param name="Overtaken">The departures that had somebody aboard and were ahead, in order.</param>
/// <param name="Reason">Why it did not ride.</param>
public sealed record TrainHotfix(ReleaseId Release, ValueList<LocalDateTime> Overtaken, string Reason);
