namespace ChangeRelease.Domain.Calendars;

/// <summary>The names of the parameters that requirements on slots read, wherever a trigger takes them (S-7).</summary>
internal static class SlotNeedsParameters
{
    public const string Slots = "slots";
    public const string Aboard = "aboard";
}
