using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A departure of a train on which something happened: who is aboard, and how far it is.</summary>
/// <param name="Time">When it departs.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Manifest">Who is aboard, in the order of boarding.</param>
public sealed record TrainDeparture(TrainTime Time, TrainDepartureStage Stage, ValueList<TrainBooking> Manifest)
{
    /// <summary>Whether it neither departed nor was canceled.</summary>
    public bool IsAhead => Stage is TrainDepartureStage.Boarding or TrainDepartureStage.Closed;

    internal TrainBooking? Find(TrainPassenger passenger) => Manifest.FirstOrDefault(booking => booking.Passenger == passenger);

    internal TrainDeparture Without(TrainPassenger passenger) => this with { Manifest = Manifest.Where(booking => booking.Passenger != passenger).ToValueList() };
}
