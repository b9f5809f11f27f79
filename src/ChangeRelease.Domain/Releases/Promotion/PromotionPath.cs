using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The environments that a package passes, in order, before it is tested for good and goes to production (S-52). Hosts have one for each channel.</summary>
public sealed record PromotionPath
{
    /// <summary>Takes the steps.</summary>
    /// <param name="channel">What the path is called, for example <c>ordinary</c> or <c>hotfix</c>.</param>
    /// <param name="steps">The steps, in order; each environment once.</param>
    /// <exception cref="ArgumentException"><paramref name="channel"/> is blank, or an environment stands on the path twice.</exception>
    public PromotionPath(string channel, ValueList<PromotionStep> steps)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        ArgumentNullException.ThrowIfNull(steps);
        Channel = Text.Canonical(channel, nameof(channel));
        Steps = steps.DistinctBy(step => step.Environment).Count() == steps.Count
            ? steps
            : throw new ArgumentException("An environment stands on the path twice.", nameof(steps));
    }

    /// <summary>Straight to production: there is no environment before it.</summary>
    public static PromotionPath Direct { get; } = new("direct", []);

    /// <summary>What the path is called.</summary>
    public string Channel { get; }

    /// <summary>The steps, in order.</summary>
    public ValueList<PromotionStep> Steps { get; }

    /// <summary>The channel and its environments.</summary>
    /// <returns>For example <c>ordinary: dev → test → staging</c>.</returns>
    public override string ToString() => Steps.Count == 0 ? Channel : $"{Channel}: {string.Join(" → ", Steps.Select(step => step.Environment))}";

    internal PromotionStep? Find(EnvironmentId? environment) => Steps.FirstOrDefault(step => step.Environment == environment);

    internal IEnumerable<PromotionStep> Before(EnvironmentId? environment) => Steps.TakeWhile(step => step.Environment != environment);
}
