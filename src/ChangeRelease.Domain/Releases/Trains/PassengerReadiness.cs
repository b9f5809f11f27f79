namespace ChangeRelease.Domain.Releases;

/// <summary>Whether a passenger may ride, as it stands at the cut-off.</summary>
/// <param name="Passenger">The passenger.</param>
/// <param name="NotReadyBecause">What it lacks, as a sentence; null when it is ready.</param>
public sealed record PassengerReadiness(TrainPassenger Passenger, string? NotReadyBecause)
{
    /// <summary>Whether it may ride.</summary>
    public bool IsReady => NotReadyBecause is null;
}
