using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A place aboard.</summary>
/// <param name="Passenger">Who rides.</param>
/// <param name="By">Who brought it aboard; a deferral leaves that as it is.</param>
/// <param name="LateBecause">Why it came aboard after the cut-off, as an exception; null when it did not.</param>
public sealed record TrainBooking(TrainPassenger Passenger, ActorId By, string? LateBecause);
