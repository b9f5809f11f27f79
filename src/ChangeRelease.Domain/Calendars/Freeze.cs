using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule that forbids change to its targets while it lasts, whatever windows say, but for the classes it exempts (S-45, S-48).</summary>
public sealed record Freeze : CalendarRule
{
    /// <summary>Makes a freeze; what is wrong with it is found when a calendar is defined.</summary>
    /// <param name="id">The rule's name, unique in its calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="zone">The IANA zone whose wall clock it follows.</param>
    /// <param name="recurrence">When occurrences start.</param>
    /// <param name="length">How long each lasts.</param>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; may be empty.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> or <paramref name="reason"/> holds half a surrogate pair.</exception>
    public Freeze(RuleId id, string title, string zone, Recurrence recurrence, RuleLength length, Scope scope, string reason)
        : base(id, title, zone, recurrence, length, scope)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = Text.Canonical(reason, nameof(reason));
        ClockChange = ClockChange.ForFreezes;
    }

    /// <summary>A freeze without an end: it binds until it is taken out of the calendar, and names who will do that.</summary>
    /// <param name="id">The rule's name, unique in its calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="zone">The IANA zone whose wall clock it follows.</param>
    /// <param name="from">The wall-clock time of its start.</param>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; may be empty.</param>
    /// <param name="notice">Who owns it, and when they look at it again.</param>
    /// <returns>The freeze.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> or <paramref name="reason"/> holds half a surrogate pair.</exception>
    public static Freeze UntilFurtherNotice(RuleId id, string title, string zone, LocalDateTime from, Scope scope, string reason, FreezeNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new Freeze(id, title, zone, Recurrence.Once(from), RuleLength.UntilFurtherNotice, scope, reason) { Notice = notice };
    }

    /// <summary>Why, for people, in Unicode normal form C; may be empty.</summary>
    public string Reason { get; }

    /// <summary>The classes that the freeze does not stop; a change of any of them passes.</summary>
    public ValueList<ChangeClass> Exempt { get; init; } = [];

    /// <summary>The roles that the freeze does not stop: who schedules and who starts a change passes in one of them, each for their own act.</summary>
    public ValueList<RoleId> ExemptRoles { get; init; } = [];

    /// <summary>How many changes may pass one occurrence, exempt or overridden for; null for any number. Less than one is a fault of the calendar.</summary>
    public int? MostPassing { get; init; }

    /// <summary>How long before each of its starts planned work must be over already, so that what goes wrong is seen in time (S-47); zero when nothing is asked.</summary>
    public Duration Runway { get; init; }

    /// <summary>Who owns a freeze that lasts until further notice, and when they look at it again; null for every other.</summary>
    public FreezeNotice? Notice { get; init; }

    /// <summary>Who may override it for one change; null when nobody may.</summary>
    public FreezeOverride? Override { get; init; }

    internal override int? Limit => MostPassing;

    internal override Duration RunwayBefore => Runway;

    /// <summary>Whether it stops everything that it is about.</summary>
    internal bool IsAbsolute => Exempt.Count + ExemptRoles.Count == 0 && Override is null;

    internal override string Noun => "freeze";

    internal override void WriteTo(CanonicalText text)
    {
        base.WriteTo(text);
        text.Field("reason", Reason);
        foreach (var exempt in Exempt.Distinct().Order())
        {
            text.Field("exempt", exempt.Value);
        }

        foreach (var role in ExemptRoles.Distinct().Order())
        {
            text.Field("exempt-role", role.Value);
        }

        if (MostPassing is { } most)
        {
            text.Field("most-passing", CanonicalText.Show(most));
        }

        if (Runway != Duration.Zero)
        {
            text.Field("runway", DurationPattern.Roundtrip.Format(Runway));
        }

        if (Notice is { } notice)
        {
            text.Field("owner", notice.Owner.Value).Field("review", notice.ReviewAt.ToText());
        }

        if (Override is { } may)
        {
            text.Field("override-by", may.By.Value).Field("override-proposal", DurationPattern.Roundtrip.Format(may.ProposalStands));
        }
    }
}
