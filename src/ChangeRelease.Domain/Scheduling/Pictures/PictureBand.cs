using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A freeze or a closure, with every time that it binds.</summary>
internal sealed record PictureBand(string Name, ValueList<Slot> Spans);
