using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Which ledger: that of one environment, of one service, or of one change calendar (S-51).</summary>
/// <remarks>
/// Ledgers share nothing. That of a calendar is the one in which changes and releases book, and counts the places of the calendar's windows. That of
/// an environment or a service has a capacity of its own, which is declared.
/// </remarks>
public sealed record LedgerKey
{
    private LedgerKey(string kind, Identifier id) => (Kind, Id) = (kind, id);

    /// <summary>What it is the ledger of: <c>environment</c>, <c>service</c> or <c>calendar</c>.</summary>
    public string Kind { get; }

    /// <summary>The name of that.</summary>
    public Identifier Id { get; }

    /// <summary>The calendar; null where the ledger is not a calendar's.</summary>
    public CalendarId? Calendar => Id as CalendarId;

    /// <summary>The ledger of an environment.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="environment"/> is null.</exception>
    public static LedgerKey Of(EnvironmentId environment) => new("environment", environment ?? throw new ArgumentNullException(nameof(environment)));

    /// <summary>The ledger of a service.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public static LedgerKey Of(ServiceId service) => new("service", service ?? throw new ArgumentNullException(nameof(service)));

    /// <summary>The ledger of a change calendar, in which changes and releases book, too.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static LedgerKey Of(CalendarId calendar) => new("calendar", calendar ?? throw new ArgumentNullException(nameof(calendar)));

    /// <summary>What it is the ledger of.</summary>
    /// <returns>For example <c>environment production</c>.</returns>
    public override string ToString() => $"{Kind} {Id}";
}
