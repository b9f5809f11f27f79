using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule that opens its targets for change while it lasts, unless a freeze forbids it (S-45).</summary>
public sealed record Window : CalendarRule
{
    /// <summary>Makes a window; what is wrong with it is found when a calendar is defined.</summary>
    /// <param name="id">The rule's name, unique in its calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="zone">The IANA zone whose wall clock it follows.</param>
    /// <param name="recurrence">When occurrences start.</param>
    /// <param name="length">How long each lasts.</param>
    /// <param name="scope">Which targets it opens.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> holds half a surrogate pair.</exception>
    public Window(RuleId id, string title, string zone, Recurrence recurrence, RuleLength length, Scope scope)
        : base(id, title, zone, recurrence, length, scope)
    {
    }

    /// <summary>How many changes one occurrence holds; null when there is no limit. Less than one is a fault of the calendar.</summary>
    public int? Capacity { get; init; }

    internal override int? Limit => Capacity;

    internal override string Noun => "window";

    internal override void WriteTo(CanonicalText text)
    {
        base.WriteTo(text);
        text.Field("capacity", CanonicalText.Show(Capacity));
    }
}
