using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One entry of a weekly deployment calendar.</summary>
/// <param name="Name">What it deploys.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Train">The schedule of the train in whose weeks it takes place; null for every week.</param>
/// <param name="Days">The weekdays.</param>
/// <param name="At">The wall-clock time of the start.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="Capacity">How many patches it takes; null when there is no limit.</param>
/// <param name="IsFreeze">Whether nothing is deployed in it.</param>
internal sealed record WikimediaEntry(string Name, string Title, string? Train, IReadOnlyList<IsoDayOfWeek> Days, LocalTime At, Duration Length, int? Capacity, bool IsFreeze)
{
    /// <summary>The number of those that are otherwise called the same.</summary>
    public int Twin { get; init; } = 1;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Name} {string.Join('+', Days.Select(day => day.ToString()[..3]))} {At:HH:mm}{(Train is null ? string.Empty : $" {Train}")}{(Twin > 1 ? $" ({Twin})" : string.Empty)}");

    public CalendarRule ToRule()
    {
        var (id, recurrence, length) = (new RuleId(Id), Recurrence.Weekly(At, [.. Days]), RuleLength.For(Length));
        return IsFreeze
            ? new Freeze(id, Title, WikimediaVersion.Zone, recurrence, length, Scope.Everything, "No deployments")
            : new Window(id, Title.Length > 0 ? Title : Name, WikimediaVersion.Zone, recurrence, length, ScopeOf()) { Capacity = Capacity };
    }

    private Scope ScopeOf()
    {
        var service = Scope.Service(new ServiceId(Name));
        return Train is null ? service : Scope.AllOf(service, Scope.Environment(new EnvironmentId(Train)));
    }
}
