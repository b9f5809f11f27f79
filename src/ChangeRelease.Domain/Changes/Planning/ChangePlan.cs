using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What is to be done, task by task, in order. A draft's plan may be incomplete; it is judged when the change is submitted.</summary>
/// <remarks>Every part of every task is material, and so is their order (S-23).</remarks>
public sealed record ChangePlan
{
    /// <summary>The greatest number of tasks that a plan may have.</summary>
    public const int MostTasks = 256;

    /// <summary>Takes the tasks.</summary>
    /// <param name="tasks">The tasks in order.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="MostTasks"/>.</exception>
    [JsonConstructor]
    public ChangePlan(ValueList<PlanTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Tasks = tasks.Count <= MostTasks ? tasks : throw new ArgumentException($"A plan has at most {MostTasks} tasks.", nameof(tasks));
    }

    /// <summary>The plan without tasks: none yet.</summary>
    public static ChangePlan Empty { get; } = new([]);

    /// <summary>The tasks in order.</summary>
    public ValueList<PlanTask> Tasks { get; }

    /// <summary>What the lengths that are stated come to; zero when none is.</summary>
    internal Duration StatedLength => Tasks.Aggregate(Duration.Zero, (sum, task) => sum + (task.Length ?? Duration.Zero));

    /// <summary>A plan of tasks of which no more is known than what is to be done.</summary>
    /// <param name="names">What is to be done, in order; one is the common case.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A name is blank or too long, or there are more than <see cref="MostTasks"/>.</exception>
    public static ChangePlan Of(params IEnumerable<string> names) => new(names.Select(name => new PlanTask(name)).ToValueList());

    /// <summary>A plan.</summary>
    /// <param name="tasks">The tasks in order.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">There are more than <see cref="MostTasks"/>.</exception>
    public static ChangePlan Of(params IEnumerable<PlanTask> tasks) => new(tasks.ToValueList());

    /// <summary>The tasks in order.</summary>
    /// <returns>For example <c>Drain the queue; Restart (ivan, 10 min)</c>.</returns>
    public override string ToString() => string.Join("; ", Tasks);
}
