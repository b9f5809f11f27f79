using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>How long a service is expected to be down because of a task.</summary>
/// <param name="Service">The service; one that the change affects.</param>
/// <param name="Length">How long; at least a microsecond and at most 36,525 days. It may outlast the task.</param>
public sealed record Outage(ServiceId Service, Duration Length)
{
    /// <summary>How long; at least a microsecond and at most 36,525 days. It may outlast the task.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer than that.</exception>
    public Duration Length { get; } = PlanLength.Checked(Length, nameof(Length));

    /// <summary>The service and the length.</summary>
    /// <returns>For example <c>payments 5 min</c>.</returns>
    public override string ToString() => $"{Service} {Length.ToText()}";
}
