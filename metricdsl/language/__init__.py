"""Text to frozen syntax trees and back."""
