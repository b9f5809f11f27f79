using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Something that work has in common with other work: what conflicts are told by, and what exclusions and limits name (S-50).</summary>
public abstract record ConflictKey
{
    internal const string InEnvironment = "environment";
    internal const string AloneIn = "alone-in";
    internal const string OfPerson = "person";

    private const string OfService = "service";
    private const string OfClass = "class";
    private const string OfHolder = "holder";

    private ConflictKey()
    {
    }

    /// <summary>Whether it is of work that has an environment to itself.</summary>
    internal virtual bool IsAlone => false;

    /// <summary>What sorts keys; no two have the same.</summary>
    internal abstract string Canonical { get; }

    private protected abstract string Text { get; }

    /// <summary>All work on a service in an environment, of one tenant where there are several.</summary>
    /// <param name="target">The service and where.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public static ConflictKey Target(Target target) => new OneTarget(target ?? throw new ArgumentNullException(nameof(target)));

    /// <summary>All work on a service, wherever.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public static ConflictKey Service(ServiceId service) => new OneName(OfService, service ?? throw new ArgumentNullException(nameof(service)));

    /// <summary>All work in an environment.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="environment"/> is null.</exception>
    public static ConflictKey Environment(EnvironmentId environment) => new OneName(InEnvironment, environment ?? throw new ArgumentNullException(nameof(environment)));

    /// <summary>All work of a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public static ConflictKey Person(ActorId person) => new OneName(OfPerson, person ?? throw new ArgumentNullException(nameof(person)));

    /// <summary>All work of a class.</summary>
    /// <param name="name">The class.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ConflictKey Class(ChangeClass name) => new OneName(OfClass, name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>All work of a holder.</summary>
    /// <param name="holder">The holder.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    public static ConflictKey Holder(HolderId holder) => new OneName(OfHolder, holder ?? throw new ArgumentNullException(nameof(holder)));

    /// <summary>Whether work has the key.</summary>
    /// <param name="work">The work.</param>
    /// <returns>True when it has.</returns>
    public abstract bool IsOf(ScheduledWork work);

    /// <summary>The key in words.</summary>
    /// <returns>For example <c>payments in production</c>, or <c>person ann</c>.</returns>
    public sealed override string ToString() => Text;

    /// <summary>All work that has an environment to itself.</summary>
    internal static ConflictKey Alone(EnvironmentId environment) => new OneName(AloneIn, environment);

    private static string Part(string? value) => value is null ? "-" : FormattableString.Invariant($"{value.Length}:{value}");

    internal sealed record OneTarget(Target Of) : ConflictKey
    {
        internal override string Canonical => $"target {Part(Of.Service.Value)} {Part(Of.Environment.Value)} {Part(Of.Tenant?.Value)}";

        private protected override string Text => Of.ToString();

        public override bool IsOf(ScheduledWork work) => work.Targets.Contains(Of);
    }

    internal sealed record OneName(string Kind, Identifier Name) : ConflictKey
    {
        /// <summary>The key of everybody in an environment that somebody has alone.</summary>
        public ConflictKey Anybody => new OneName(InEnvironment, Name);

        internal override bool IsAlone => Kind == AloneIn;

        internal override string Canonical => $"{Kind} {Part(Name.Value)}";

        private protected override string Text => Kind switch
        {
            OfHolder => Name.Value,
            AloneIn => $"environment {Name} alone",
            _ => $"{Kind} {Name}",
        };

        public override bool IsOf(ScheduledWork work) => Kind switch
        {
            OfService => work.Targets.Any(target => target.Service == Name),
            InEnvironment => work.Environments.Any(environment => environment == Name),
            AloneIn => work.ExclusiveEnvironments.Any(environment => environment == Name),
            OfPerson => work.People.Any(person => person == Name),
            OfClass => work.Classes.Any(name => name == Name),
            _ => work.Holder == Name,
        };
    }
}
