using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>Short words for the examples: minutes of a day, services in environments.</summary>
internal static class Planned
{
    public static readonly Instant Midnight = Instant.FromUtc(2026, 11, 2, 0, 0);

    public static Instant At(int minute) => Midnight + Duration.FromMinutes(minute);

    public static Slot Slot(int from, int until) => new(At(from), At(until));

    public static Target Target(string text) => text.Split('/') is [var service, var environment]
        ? new Target(new ServiceId(service), new EnvironmentId(environment))
        : new Target(new ServiceId(text), new EnvironmentId("production"));

    public static ScheduledWork Work(string holder, int from, int until, params string[] targets) =>
        new(new HolderId(holder), Slot(from, until)) { Targets = targets.Select(Target).ToValueList() };

    public static ScheduledWork By(this ScheduledWork work, params string[] people) =>
        work with { People = people.Select(person => new ActorId(person)).ToValueList() };

    public static ScheduledWork Of(this ScheduledWork work, params string[] classes) =>
        work with { Classes = classes.Select(name => new ChangeClass(name)).ToValueList() };

    public static ScheduledWork AloneIn(this ScheduledWork work, params string[] environments) =>
        work with { ExclusiveEnvironments = environments.Select(name => new EnvironmentId(name)).ToValueList() };

    public static RuleId Rule(string id) => new(id);

    public static ConflictPolicy Policy(params ConflictRule[] rules) => ConflictPolicy.Define(new PolicyId("production"), 1, rules);

    public static ConflictRule SameService(ConflictSeverity severity = ConflictSeverity.Hard) => ConflictRule.SameService(Rule("same-service"), severity);

    /// <summary>The shop depends on payments, payments on the ledger, the ledger on the database.</summary>
    public static ServiceGraph Graph { get; } = ServiceGraph.Of(
        "v7",
        new[] { "shop", "payments", "ledger", "database", "blog" }.Select(name => new ServiceNode(new ServiceId(name))),
        [Needs("shop", "payments"), Needs("payments", "ledger"), Needs("ledger", "database")]);

    private static ServiceDependency Needs(string service, string other) => new(new ServiceId(service), new ServiceId(other));
}
