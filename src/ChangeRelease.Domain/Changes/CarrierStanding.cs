using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a release stands that a change wants to ride on, or rides on.</summary>
/// <param name="Id">The release.</param>
/// <param name="Carries">Whether the change is in its scope.</param>
/// <param name="Slots">The slots that changes may ride on; empty when the release is not scheduled, or is out or back already.</param>
/// <param name="Targets">What the release goes to; a change aboard stays within it.</param>
public sealed record CarrierStanding(ReleaseId Id, bool Carries, ValueList<Slot> Slots, ValueList<Target> Targets);
